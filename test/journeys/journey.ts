import { randomUUID } from "node:crypto";
import {
  expect,
  test as plain,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "@playwright/test";
import { changeOrganization, readSession, signIn } from "#domain/access/session.api.ts";
import { requestSignInCode, signInWithCode } from "#domain/access/sign-in-code.api.ts";
import { toRequest } from "#domain/contract/client.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { demoPassword } from "#demo/sign-ins.ts";

/** People of the demonstration, by what they come for. */
export const people = {
  administrator: "tobias.wrenfield@cedarbridge.example",
  /** Also an auditor at Harbor Steps. */
  director: "imani.delacroix@cedarbridge.example",
  supervisor: "oriana.castellvi@cedarbridge.example",
  admissions: "saoirse.pellington@cedarbridge.example",
  therapist: "desmond.okonjo@cedarbridge.example",
  biller: "beatrix.holloway@cedarbridge.example",
  privacyOfficer: "cornelius.ashgrove@cedarbridge.example",
  member: "juniper.ellsworth@member.example",
  /** Another one, whose check-in a story answers. */
  otherMember: "marcus.thibodeaux@member.example",
  directorElsewhere: "philippa.strand@harborsteps.example",
} as const;

/** Asks the API by its contract, as the person whose browser it is: for what stands before a story begins. */
export const ask = async <R extends AnyRoute>(
  browser: BrowserContext | Page,
  contract: R,
  input: Input<R>,
): Promise<Output<R>> => {
  const { method, url, body } = toRequest(contract, input);
  const answer = await browser.request.fetch(url, {
    method,
    headers: { "idempotency-key": randomUUID() },
    ...(body && { data: body }),
  });
  expect(answer.ok(), `${method} ${url}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Output<R>;
};

/** People in care have no password: asks for a code and reads it in the letter. Another story may have asked meanwhile. */
const letInByCode = (context: BrowserContext, email: string): Promise<void> =>
  expect(async () => {
    await ask(context, requestSignInCode, { email });
    for (let look = 0; look < 10; look++) {
      const letters = await context.request.get(`/demo/mail?to=${encodeURIComponent(email)}`);
      const codes = (await letters.text()).match(/(?<=\s{4})\d{6}(?=\s)/g) ?? [];
      const { method, url, body } = toRequest(signInWithCode, { email, code: codes[0] ?? "" });
      const headers = { "idempotency-key": randomUUID() };
      const answer = await context.request.fetch(url, { method, headers, data: body ?? {} });
      if (answer.ok()) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error("no code opened the door");
  }).toPass({ timeout: 30_000 });

const cedarBridge = "Cedar Bridge";

/** Signs in without the screen, for Cedar Bridge where the person belongs to several organizations. */
const letIn = async (context: BrowserContext, email: string): Promise<void> => {
  if (email === people.member) return letInByCode(context, email);
  // Stories side by side come from one address, which the door asks to wait a moment when they are many.
  await expect(() => ask(context, signIn, { email, password: demoPassword })).toPass({
    intervals: [1_500],
    timeout: 20_000,
  });
  const { organization, organizations } = await ask(context, readSession, {});
  const home = organizations.find(({ name }) => name === cedarBridge);
  if (home !== undefined && home.id !== organization.id)
    await ask(context, changeOrganization, { organizationId: home.id });
};

/** What a screen says to its maker. A refused request is part of many stories; a fault of the program of none. */
const listenForFaults = (context: BrowserContext): readonly string[] => {
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(error.error().message));
  context.on("console", (message) => {
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusal) faults.push(message.text());
  });
  return faults;
};

interface Journey {
  /** Opens a browser of its own; for somebody of the demonstration it is signed in already. */
  readonly openBrowser: (email: string | null, options?: BrowserContextOptions) => Promise<Page>;
}

/** A story in the browser. Every browser of it is watched for faults and closed at the end. */
export const test = plain.extend<Journey>({
  openBrowser: async ({ browser }, use) => {
    const opened: { readonly context: BrowserContext; readonly faults: readonly string[] }[] = [];
    await use(async (email, options) => {
      const context = await browser.newContext(options);
      opened.push({ context, faults: listenForFaults(context) });
      if (email !== null) await letIn(context, email);
      return context.newPage();
    });
    for (const { context } of opened) {
      await context.request.delete("/api/session", {
        headers: { "idempotency-key": randomUUID() },
      });
      await context.close();
    }
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  },
});

export { expect };

/** Letters that no other story uses: journeys run side by side in one house. */
export const own = (word: string): string =>
  `${word} ${randomUUID().replaceAll(/\d/g, "").replaceAll("-", "").slice(0, 6)}`;

/** Chooses in a field that is searched by typing. */
export const pick = async (within: Page | Locator, label: string, words: string): Promise<void> => {
  const field = within.getByRole("combobox", { name: label });
  await field.click();
  await field.fill(words);
  await within.getByRole("option", { name: words }).first().click();
};

/** The quiet sentence at the foot of the screen that says what was done. */
export const expectNotice = async (page: Page, words: string): Promise<void> => {
  await expect(page.getByRole("region", { name: "Notices" }).getByText(words)).toBeVisible();
};

/** The code in the newest letter to this address that is not one of those seen before. */
const newCode = async (page: Page, email: string, seen: readonly string[]): Promise<string[]> => {
  const letters = await page.context().newPage();
  let codes: string[] = [];
  await expect(async () => {
    await letters.goto(`/demo/mail?to=${encodeURIComponent(email)}`);
    const text = await letters.getByRole("main").innerText();
    codes = (text.match(/(?<![\d-])\d{6}(?!\d)/g) ?? []).filter((code) => !seen.includes(code));
    expect(codes.length).toBeGreaterThan(0);
  }).toPass({ timeout: 15_000 });
  await letters.close();
  return codes;
};

/** Types a code, again where the door asks to wait a moment, as it does when many stories come from one address. */
const typeCode = (page: Page, code: string, isSeen: () => Promise<void>): Promise<void> =>
  expect(async () => {
    const field = page.getByLabel("Code", { exact: true });
    // Six digits go by themselves.
    if (await field.isVisible()) {
      await field.fill("", { timeout: 1_000 });
      await field.fill(code, { timeout: 1_000 });
    }
    await isSeen();
  }).toPass({ intervals: [1_500], timeout: 25_000 });

/** Signs somebody in care in on their phone: the address, then the code of the letter. A wrong one is refused first. */
export const signInByCode = async (page: Page, email: string): Promise<void> => {
  await page.goto("/my/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).tap();
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await typeCode(page, "000000", () =>
    expect(page.getByRole("alert")).toContainText("This code is not right", { timeout: 3_000 }),
  );
  const [code = ""] = await newCode(page, email, []);
  await typeCode(page, code, () => expect(page).toHaveURL("/my", { timeout: 5_000 }));
};

/** The link in the newest letter to this address, as soon as it is there. */
export const linkInLetter = async (page: Page, email: string, path: RegExp): Promise<string> => {
  let link = "";
  await expect(async () => {
    await page.goto(`/demo/mail?to=${encodeURIComponent(email)}`);
    const found = page.getByRole("main").getByRole("link", { name: path }).first();
    link = (await found.getAttribute("href", { timeout: 500 })) ?? "";
  }).toPass({ timeout: 15_000 });
  return link;
};

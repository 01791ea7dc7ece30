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
import { toRequest } from "#domain/contract/client.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { demoPassword } from "#demo/sign-ins.ts";

/** People of the demonstration, by what they come for. */
export const people = {
  administrator: "tobias.wrenfield@cedarbridge.example",
  /** Also an auditor at Harbor Steps. */
  director: "imani.delacroix@cedarbridge.example",
  supervisor: "oriana.castellvi@cedarbridge.example",
  therapist: "desmond.okonjo@cedarbridge.example",
  privacyOfficer: "cornelius.ashgrove@cedarbridge.example",
  member: "juniper.ellsworth@member.example",
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

const cedarBridge = "Cedar Bridge";

/** Signs in without the screen, for Cedar Bridge where the person belongs to several organizations. */
const letIn = async (context: BrowserContext, email: string): Promise<void> => {
  await ask(context, signIn, { email, password: demoPassword });
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

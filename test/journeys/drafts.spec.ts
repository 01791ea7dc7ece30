import type { Page } from "@playwright/test";
import { discardDraft, listDrafts } from "#domain/drafts/draft.api.ts";
import { signOut } from "#domain/access/session.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { ask, expect, own, people, test } from "./journey.ts";

// One after the other: a story throws away what its person has lying unsent, and two of them are the same person.
test.describe.configure({ mode: "default" });

const registering = "/staff/patients?add=patient";
const registerForm = (page: Page) => page.getByRole("dialog", { name: /^Register/ });
const firstName = (page: Page) => registerForm(page).getByLabel("Given name", { exact: true });
const lastName = (page: Page) => registerForm(page).getByLabel("Family name", { exact: true });
const isSaved = (page: Page) =>
  expect(registerForm(page).getByText(/^Saved .+, not sent yet$/)).toBeVisible();

/** Every story begins with nothing of its person lying unsent in this form. */
const clearDrafts = async (page: Page): Promise<void> => {
  const { rows } = await ask(page, listDrafts, {});
  for (const { id } of rows) await ask(page, discardDraft, { draftId: id });
};

test("what is typed outlives the page, the network and the session", async ({ openBrowser }) => {
  const name = own("Fern");
  let page = await openBrowser(people.director);
  await clearDrafts(page);
  const context = page.context();

  await test.step("Given words in a form, and a tab that is killed", async () => {
    await page.goto(registering);
    await firstName(page).fill(name);
    await isSaved(page);
    const killed = page;
    page = await context.newPage();
    await killed.close({ runBeforeUnload: false });
  });

  await test.step("Then they are there again, and the form says since when", async () => {
    await page.goto(registering);
    await expect(firstName(page)).toHaveValue(name);
    await expect(
      registerForm(page).getByText(/^This is what you typed, .+ have not sent\.$/),
    ).toBeVisible();
  });

  await test.step("What is typed without a network is on the device after a reload, and at the server when it is back", async () => {
    await context.route("**/api/drafts/**", (route) => route.abort("connectionfailed"));
    await lastName(page).fill("Tidewater");
    await expect(registerForm(page).getByText("Kept on this device")).toBeVisible();
    await page.reload();
    await expect(lastName(page)).toHaveValue("Tidewater");
    await context.unroute("**/api/drafts/**");
    await lastName(page).fill("Tidewater-Moss");
    await isSaved(page);
    const { rows } = await ask(page, listDrafts, {});
    expect(rows[0]?.fields["familyName"]?.word?.now).toBe("Tidewater-Moss");
  });

  await test.step("What is typed while the session ends is there after signing in again", async () => {
    await ask(page, signOut, {});
    await lastName(page).fill("Tidewater-Moss-Reed");
    const gate = page.getByRole("dialog", { name: "You were signed out to keep this device safe" });
    await gate.getByLabel("Password", { exact: true }).fill(demoPassword);
    await gate.getByRole("button", { name: "Sign in and go on" }).click();
    await expect(gate).toBeHidden();
    await expect(lastName(page)).toHaveValue("Tidewater-Moss-Reed");
    await isSaved(page);
    await page.reload();
    await expect(lastName(page)).toHaveValue("Tidewater-Moss-Reed");
  });

  await test.step("And thrown away it is gone for good", async () => {
    await registerForm(page).getByRole("button", { name: "Throw away" }).click();
    await expect(firstName(page)).toHaveValue("");
    await expect.poll(async () => (await ask(page, listDrafts, {})).rows.length).toBe(0);
    await page.reload();
    await expect(firstName(page)).toHaveValue("");
  });
});

test("the next person at a shared tablet finds nothing, and the first finds all of it", async ({
  openBrowser,
}) => {
  const name = own("Alder");
  const page = await openBrowser(null);
  const signIn = async (email: string): Promise<void> => {
    await page.goto("/staff/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
  };
  const leave = async (who: RegExp): Promise<void> => {
    await page.getByRole("button", { name: who }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByLabel("E-mail")).toBeVisible();
  };

  await test.step("Given a supervisor who leaves words in a form and signs out", async () => {
    await signIn(people.therapist);
    await clearDrafts(page);
    await page.goto(registering);
    await firstName(page).fill(name);
    await isSaved(page);
    await page.keyboard.press("Escape");
    await expect(registerForm(page)).toBeHidden();
    await leave(/Okonjo/);
  });

  await test.step("Then somebody else sees nothing of them, on the screen or on the device", async () => {
    await signIn(people.supervisor);
    await clearDrafts(page);
    await page.goto("/staff/patients");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const kept = await page.evaluate(
      (typed) =>
        new Promise<boolean>((resolve) => {
          const request = indexedDB.open("stepwell-vault");
          request.onsuccess = () => {
            const all = request.result.transaction("entries").objectStore("entries").getAll();
            all.onsuccess = () => {
              request.result.close();
              const bytes = (all.result as { value: { bytes: ArrayBuffer } }[]).map(({ value }) =>
                new TextDecoder().decode(value.bytes),
              );
              resolve(bytes.some((text) => text.includes(typed)));
            };
          };
        }),
      name,
    );
    expect(kept).toBe(false);
    await leave(/Castellvi/);
  });

  await test.step("And their owner has them again", async () => {
    await signIn(people.therapist);
    await page.goto(registering);
    await expect(firstName(page)).toHaveValue(name);
    await clearDrafts(page);
  });
});

test("two people over one record see each other and both texts", async ({ openBrowser }) => {
  const one = await openBrowser(people.director);
  const other = await openBrowser(people.administrator);
  await clearDrafts(one);
  await clearDrafts(other);
  const [site] = (await ask(one, listSites, { q: "Eastside" })).rows;
  const open = async (page: Page) => {
    await page.goto(`/staff/practice/sites/${site?.id}`);
    await page.getByRole("button", { name: "Change", exact: true }).click();
    return page.getByRole("dialog", { name: /Change/ });
  };
  const here = await open(one);
  const there = await open(other);
  await here.getByLabel("Street").fill("100 East Quay");
  await there.getByLabel("Street").fill("200 West Quay");
  await expect(there.getByText("Imani Delacroix is writing here too.")).toBeVisible();
  await expect(there.getByText("100 East Quay")).toBeVisible();
  await expect(here.getByText("200 West Quay")).toBeVisible();
  await expect(here.getByLabel("Street")).toHaveValue("100 East Quay");
  await here.getByRole("button", { name: "Take this" }).click();
  await expect(here.getByLabel("Street")).toHaveValue("200 West Quay");
  await expect(here.getByText("200 West Quay")).toBeHidden();
  await clearDrafts(one);
  await clearDrafts(other);
});

import type { Page } from "@playwright/test";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { ask, expect, expectNotice, own, people, pick, test } from "./journey.ts";
import { tabTo } from "./tab-to.ts";

const birthDate = "1987-04-17";

const panel = (page: Page) => page.getByRole("dialog", { name: "Register" });
const given = (page: Page) => panel(page).getByLabel("Given name", { exact: true });
const family = (page: Page) => panel(page).getByLabel("Family name", { exact: true });
const born = (page: Page) => panel(page).getByLabel("Born");
const isAnother = (page: Page) => panel(page).getByLabel("I looked: this is another person");
const register = (page: Page) =>
  panel(page)
    .getByRole("button", { name: /^Register(?! and)/ })
    .click();

/** Somebody of this name who is registered already. */
const registered = (page: Page, familyName: string) =>
  ask(page, registerPatient, {
    givenName: "Ottoline",
    middleName: null,
    familyName,
    nameSuffix: null,
    preferredName: null,
    pronouns: null,
    birthDate,
    sexAtBirth: null,
    gender: null,
    phone: null,
    email: null,
    address: null,
    sureItIsNew: true,
  });

test("what is added to an admission takes the focus, and another diagnosis lies over none that stood there", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.admissions);
  const { keyboard } = page;
  const { id } = await registered(page, own("Quillon").replace(" ", "-"));
  await page.goto(`/staff/patients/${id}/admit`);
  await page.getByRole("button", { name: "Add a diagnosis" }).press("Enter");
  const further = page.getByRole("combobox", { name: /^Further/ });
  await expect(further).toBeFocused();
  await keyboard.type("F10.20");
  await expect(page.getByRole("option", { name: /^F10\.20/ })).toBeVisible();
  await keyboard.press("Enter");
  await expect(further).toHaveValue(/^F10\.20 · /);
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("F10.21");
  await expect(page.getByRole("option", { name: /^F10\.21/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /^F10\.20/ })).toHaveCount(0);
  await keyboard.press("Enter");
  await expect(further).toHaveValue(/^F10\.21 · /);
  await page.getByRole("button", { name: "Add a goal" }).press("Enter");
  await expect(page.getByLabel("Problem").nth(1)).toBeFocused();
});

test("somebody new is registered, beside somebody of the same name", async ({ openBrowser }) => {
  const name = own("Quillon").replace(" ", "-");
  const page = await openBrowser(people.admissions);
  await registered(page, name);

  await test.step("Given a search that finds nobody, which says what to do", async () => {
    await page.goto("/staff/patients?patients.find=zzyzzxqq");
    await expect(page.getByText("Nobody is found by this.")).toBeVisible();
    await page.getByRole("button", { name: "Register" }).last().click();
    await expect(given(page)).toBeFocused();
  });

  await test.step("A name too long, and a day on no calendar, are said at their fields", async () => {
    await given(page).fill("Ottoline");
    await family(page).fill("x".repeat(200));
    await born(page).fill(birthDate);
    await register(page);
    await expect(panel(page).getByText("At most 100 characters.").first()).toBeVisible();
    const named = panel(page).getByRole("listitem").getByRole("button");
    await expect(named).toHaveText(["Family name"]);
    await family(page).fill(name);
    await born(page).fill("");
    await born(page).focus();
    await page.keyboard.type("02301987");
    await page.keyboard.press("Control+Enter");
    await expect(panel(page).getByText("there is no such day")).toBeVisible();
    await expect(born(page)).toBeFocused();
  });

  await test.step("Who is here already is shown, and refuses until somebody looked", async () => {
    await born(page).fill(birthDate);
    await expect(panel(page).getByRole("link", { name: `Ottoline ${name}` })).toBeVisible();
    await register(page);
    await expect(panel(page).getByText(/^Not registered: somebody like this/)).toBeVisible();
    await expect(isAnother(page)).toBeFocused();
  });

  await test.step("Who looked, looked at what stood there then", async () => {
    await isAnother(page).check();
    await family(page).fill(`${name}s`);
    await expect(isAnother(page)).not.toBeChecked();
    await family(page).fill(name);
    await isAnother(page).check();
    await register(page);
    await expect(page.getByRole("heading", { level: 1, name: `Ottoline ${name}` })).toBeVisible();
  });

  await test.step("Whom to call is added by keyboard, and the focus is where it was", async () => {
    await page.getByRole("link", { name: "Facts", exact: true }).click();
    const add = page.getByRole("button", { name: "Add somebody" });
    await add.focus();
    await page.keyboard.press("Enter");
    const contact = page.getByRole("dialog", { name: "Add somebody" });
    await expect(contact.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Zeta Quillon");
    await pick(contact, "What they are to the person", "Other relative");
    await page.keyboard.press("Control+Enter");
    await expectNotice(page, "Saved.");
    await expect(contact).toBeHidden();
    await expect(add).toBeFocused();
  });

  await test.step("A consent without an end says so in words", async () => {
    await page.getByRole("link", { name: "Consents", exact: true }).click();
    await page.getByRole("button", { name: "Write down a consent" }).click();
    const paper = page.getByRole("dialog", { name: "Write down a consent" });
    await paper.getByLabel("For", { exact: true }).selectOption("treatment-payment-operations");
    await paper.getByLabel("Names no end: it counts until it is revoked").check();
    await expect(paper.getByLabel("Last day")).toBeHidden();
    await paper.getByRole("button", { name: "Write down" }).click();
    await expect(page.getByText("no end: it counts until it is revoked")).toBeVisible();
  });

  await test.step("Revoked, its button is gone, and the focus is beside it", async () => {
    const revoke = page.getByRole("button", { name: "Revoke" });
    await tabTo(page, revoke);
    await page.keyboard.press("Enter");
    const asked = page.getByRole("dialog", { name: "Revoke this consent?" });
    await asked.getByLabel("How they said so").fill("On the telephone");
    await asked.getByRole("button", { name: "Revoke" }).click();
    await expectNotice(page, "Revoked. It discloses nothing any more.");
    await expect(revoke).toBeHidden();
    await expect(page.getByRole("button", { name: "History" })).toBeFocused();
  });
});

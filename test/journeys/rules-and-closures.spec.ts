import { searchPatients } from "#domain/patients/patient.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a new version of an hour rule is read before it is published, and follows the one in force", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff/practice/programs");
  await page.getByRole("link", { name: "Rules of hours and attendance" }).click();
  const card = page.getByRole("region", { name: "Outpatient, adolescents", exact: true });
  await expect(card).toContainText("Fewer than 6 hours in a week from Monday to Sunday");
  await card.getByRole("button", { name: "New version: Outpatient, adolescents" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Fewer than").fill("seven");
  await panel.getByRole("button", { name: /^Publish/ }).click();
  await expect(panel).toContainText("Write hours of a week, like 9 or 9:30.");
  await panel.getByLabel("Fewer than").fill("7:30");
  await expect(panel).toContainText("7.5 h, was 6 h");
  await panel.getByLabel("From", { exact: true }).fill(inDays(-30));
  await panel.getByRole("button", { name: /^Publish/ }).click();
  await expect(panel).toContainText("Choose today or a later day.");
  // Two digits too many, as they are typed in haste: the year takes four, and the screen stands.
  await panel.getByLabel("From", { exact: true }).pressSequentially("0102202600");
  await expect(panel).toBeVisible();
  await expect(page.getByRole("heading", { name: "This screen stopped working" })).toHaveCount(0);
  await panel.getByLabel("From", { exact: true }).fill(inDays(200));
  await panel.getByRole("button", { name: /^Publish/ }).click();
  await expect(panel).toHaveCount(0);
  const rows = card.getByRole("listitem");
  await expect(rows.nth(0)).toContainText("Fewer than 7.5 hours");
  await expect(rows.nth(0)).toContainText("Not yet");
  await expect(rows.nth(0)).toContainText("published by Imani Delacroix");
  await expect(rows.nth(1)).toContainText("In force");

  await rows.nth(0).getByRole("button", { name: "Take back" }).click();
  const question = page.getByRole("dialog", { name: /^Take back what was to begin on/ });
  await question.getByRole("button", { name: "Take back" }).click();
  await expect(question).toContainText("Say why.");
  await question.getByLabel("Why").fill("Published for the wrong level");
  await question.getByRole("button", { name: "Take back" }).click();
  await expectNotice(page, "Taken back.");
  await expect(rows.nth(0)).toContainText("Taken back");
  await expect(rows.nth(0)).toContainText("Taken back by Imani Delacroix");
  await expect(rows.nth(0)).toContainText(": Published for the wrong level");
  await expect(rows.nth(1)).toContainText("In force");
});

test("closed days say what they call off, and what lifting them brings back", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.supervisor);
  const days = { from: inDays(35), to: inDays(41) };
  const planned = (await ask(page, listSessions, days)).rows.filter(
    ({ site, state }) => site.name === "Riverside" && state === "scheduled",
  ).length;
  // Three a week; a holiday has none.
  expect(planned).toBeGreaterThan(1);
  await page.goto("/staff/sessions?add=closure");
  const panel = page.getByRole("dialog", { name: "Closed days" });
  const reason = own("Inspection");
  await panel.getByLabel("Site").selectOption({ label: "Riverside" });
  await panel.getByLabel("First day").fill(days.from);
  await panel.getByLabel("Last day").fill(days.to);
  await panel.getByLabel("Why").fill(reason);
  await expect(panel).toContainText(`${planned} sessions of these days are called off.`);
  const calls = panel.getByRole("region", { name: "Whom to call" });
  await expect(calls.getByRole("listitem").first()).toContainText(/\(\d{3}\) 555-01\d\d: call/);
  const file = page.waitForEvent("download");
  await calls.getByRole("button", { name: "Export CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/^closing-calls-.*\.csv$/);
  await panel.getByRole("button", { name: /^Close the site/ }).click();
  const afterwards = page.getByRole("dialog", { name: /^Riverside, / });
  await expect(afterwards.getByRole("list", { name: "Whom to call" })).toBeVisible();
  // It closes what lies on top, and the closed days stay.
  await page.keyboard.press("Escape");
  await expect(afterwards).toHaveCount(0);
  const row = panel.getByRole("listitem").filter({ hasText: reason });
  await expect(row).toContainText(`${planned} sessions fall out`);
  await row.getByRole("button", { name: /^Lift/ }).click();
  const question = page.getByRole("dialog", { name: /^Open Riverside again/ });
  await expect(question).toContainText(`${planned} sessions are planned again`);
  await question.getByLabel("Why").fill("Put off");
  await question.getByRole("button", { name: "Lift the closure" }).click();
  await expectNotice(page, `Lifted. Sessions planned again: ${planned}.`);
  await expect(row).toContainText("Lifted");
});

test("a group that ended is found again with its members, and a seat given by mistake is taken back", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.supervisor);
  await page.goto("/staff/groups");
  await page
    .getByRole("link", { name: /Recovery skills/ })
    .first()
    .click();
  // Its coming sessions have such a button too.
  await page
    .getByRole("list", { name: "Members" })
    .getByRole("button", { name: /^More about / })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Given by mistake: take back" }).click();
  const question = page.getByRole("dialog", { name: /^Take back the seat of/ });
  await question.getByLabel("What was the mistake").fill("Somebody else was meant");
  await question.getByRole("button", { name: "Take it back" }).click();
  await expect(question).toContainText("A seat that was used is not taken back; it ends.");
  await question.getByRole("button", { name: "End the membership" }).click();
  const leaving = page.getByRole("dialog", { name: / leaves$/ });
  await expect(leaving).toBeVisible();
  await leaving.getByRole("button", { name: "Cancel" }).click();
  await page.goto("/staff/groups");
  await page.getByLabel("Which groups").selectOption({ label: "Ended groups" });
  await expect(page.getByRole("link", { name: /Recovery skills/ })).toHaveCount(0);
  await page.goto("/staff/groups");
  await expect(page.getByRole("link", { name: /Recovery skills/ }).first()).toBeVisible();
});

test("the chart leads to the seat in a weekly group, where it is changed or taken back", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.supervisor);
  const name = "Juniper Ellsworth";
  const [found] = (await ask(page, searchPatients, { q: "Ellsworth" })).rows;
  await page.goto(`/staff/patients/${found?.id ?? ""}`);
  await page
    .getByRole("link", { name: "Change or take back the seat in Evening SUD group" })
    .click();
  const row = page
    .getByRole("list", { name: "Members" })
    .getByRole("listitem")
    .and(page.locator("[aria-current=true]"));
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(name);
  await expect(row).toBeInViewport();
  await row.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Given by mistake: take back" }).click();
  await expect(page.getByRole("dialog", { name: `Take back the seat of ${name}?` })).toBeVisible();
});

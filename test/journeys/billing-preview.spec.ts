import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { ask, expect, people, test } from "./journey.ts";

test("what a day and a session would bill is asked from the charges, the schedule and the room", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listDayCharges, { limit: 1 });
  const day = rows[0]?.serviceDate ?? "";

  await test.step("Given the charges, one key says what today would bill, and others walk day by day", async () => {
    await page.goto("/staff/billing/charges");
    await expect(page.getByRole("heading", { level: 1, name: "Charges" })).toBeVisible();
    await page.keyboard.press("t");
    await expect(
      page.getByRole("heading", { level: 1, name: /^What would .+ bill\?$/ }),
    ).toBeVisible();
    const today = page.url();
    await page.keyboard.press("[");
    await expect(page).not.toHaveURL(today);
  });

  await test.step("When a day with people is opened, each opens to lines, zeroes and holds", async () => {
    await page.goto(`/staff/billing/days/${day}`);
    const list = page.getByRole("list", { name: "Who was there" });
    await list.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await expect(list.getByRole("link", { name: /^All days of / }).first()).toBeVisible();
  });

  await test.step("Then the biller's schedule leads to what a session bills, as the room is not theirs", async () => {
    await page.goto(`/staff/sessions?day=${day}`);
    const session = page.locator("a[href^='/staff/billing/sessions/']").first();
    await session.click();
    await expect(page.getByText(/As it stands now; nothing is kept by\s+looking\./)).toBeVisible();
  });

  await test.step("And a director goes there from the room", async () => {
    const director = await openBrowser(people.director);
    const { rows: sessions } = await ask(director, listSessions, { from: day, to: day });
    await director.goto(`/staff/sessions/${sessions[0]?.id}`);
    await director.getByRole("link", { name: "What it bills" }).click();
    await expect(
      director.getByRole("heading", { level: 1, name: /^What would .+ bill\?$/ }),
    ).toBeVisible();
  });
});

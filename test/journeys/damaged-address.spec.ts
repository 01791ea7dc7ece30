import { insideRoutes } from "#web/app/staff/staff-routes.ts";
import { expect, people, test } from "./journey.ts";

const ofRecords = insideRoutes
  .map(({ path }) => path)
  .filter((path) => path.includes("$"))
  .map((path) => path.replaceAll(/\$\w+/g, "01a2"));

test("an address that was cut off leads to a page that says so, and to nothing half shown", async ({
  openBrowser,
}) => {
  test.setTimeout(120_000);
  expect(ofRecords.length).toBeGreaterThan(20);
  const page = await openBrowser(people.director);
  for (const address of ofRecords) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText([
      "Nothing here, or not yours to see.",
    ]);
    await expect(page.getByRole("alert"), address).toHaveCount(0);
  }
});

test("a day that no calendar has counts as none", async ({ openBrowser }) => {
  const page = await openBrowser(people.director);
  const titles = {
    "/staff/sessions?week=2026-02-30": "Sessions",
    "/staff/hours?week=soon": "Hours this week",
    "/staff/billing/charges?until=2026-13-45": "Charges",
    "/staff/billing/charges?of=01a2&day=2026-13-45": "Charges",
  };
  for (const [address, title] of Object.entries(titles)) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText([title]);
    await expect(page.getByRole("alert"), address).toHaveCount(0);
  }
});

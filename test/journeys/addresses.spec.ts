import type { Permission } from "#domain/access/permissions.ts";
import { readSession } from "#domain/access/session.api.ts";
import { insideRoutes } from "#web/app/staff/staff-routes.ts";
import { ask, expect, people, test } from "./journey.ts";

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

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\$\w+/g, "[^/]+")}$`);

/** What a screen's address needs; undefined where everybody may go. */
const needed = (address: string): Permission | undefined =>
  insideRoutes.find(({ path }) => pattern(path).test(address))?.permission;

for (const role of ["administrator", "admissions", "biller", "privacyOfficer"] as const)
  test(`no link leads where its reader may not go: ${role}`, async ({ openBrowser }) => {
    const page = await openBrowser(people[role]);
    const { permissions } = await ask(page, readSession, {});
    const links = page.locator("a[href^='/staff']");
    const looked = ["/staff", "/staff/sessions", "/staff/patients", "/staff/tasks", "/staff/hours"];
    for (const screen of looked) {
      const mayLook = needed(screen);
      if (mayLook !== undefined && !permissions.includes(mayLook)) continue;
      await page.goto(screen);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
      const to = await links.evaluateAll((all) =>
        all.map((one) => new URL((one as HTMLAnchorElement).href).pathname),
      );
      const closed = to.filter((address) => {
        const permission = needed(address);
        return permission !== undefined && !permissions.includes(permission);
      });
      expect(closed, screen).toEqual([]);
    }
  });

test("somebody who leads groups finds no billing", async ({ openBrowser }) => {
  const page = await openBrowser(people.therapist);
  await page.goto("/staff/billing");
  await expect(page.getByText("Nothing here, or not yours to see.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Billing" })).toHaveCount(0);
});

import { readFile } from "node:fs/promises";
import { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import { sumOfWeeks } from "#domain/reporting/group-attendance.ts";
import { ask, expect, people, test } from "./journey.ts";

test("a director sees how each group was attended, opens one to see why seats stayed empty, and takes it along", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff");
  const { rows } = await ask(page, readGroupAttendance, {});
  const group = rows.find(({ name }) => name === "Evening SUD group");
  const { excused, absent } = sumOfWeeks(group?.weeks ?? []);

  await test.step("When the attendance of Today is opened by group", async () => {
    await page.getByRole("link", { name: "By group" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attendance by group");
    await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(rows.length);
  });

  await test.step("Then a group says why its seats stayed empty, and its address is the same again", async () => {
    await page.getByRole("link", { name: "Evening SUD group" }).click();
    const panel = page.getByRole("dialog", { name: "Evening SUD group" });
    await expect(panel).toContainText(`${excused + absent} seats in these weeks`);
    await page.reload();
    await expect(panel.getByRole("link", { name: "Open the group" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
  });

  await test.step("And the list leaves as a file, with what each share is a part of", async () => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const [head = ""] = (await readFile(await (await waiting).path(), "utf8")).split("\r\n");
    for (const column of ["Seats planned", "Seats taken", "Called off"])
      expect(head).toContain(column);
  });
});

test("a director takes last week along: who left and why, and everybody's hours as figures that add up", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff/census?part=left");
  await page.getByRole("button", { name: "Week before" }).click();
  await expect(page).toHaveURL(/week=\d{4}-\d\d-\d\d/);
  await expect(page.getByRole("tab", { name: "Left in the week" })).toBeVisible();

  await page.goto("/staff/hours");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const file = (await readFile(await (await waiting).path(), "utf8")).trimEnd();
  const [head = "", ...lines] = file.split("\r\n");
  expect(head).toContain('"Credited, hours","Booked, hours","Missing, hours",Rule,Of required');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/,-\d/);
});

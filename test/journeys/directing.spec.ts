import { readFile } from "node:fs/promises";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import { sumOfWeeks } from "#domain/reporting/group-attendance.ts";
import { planEvening, quietDay } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

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

  await test.step("And the group itself says what was in its last weeks, and leads back to the panel", async () => {
    await page.getByRole("link", { name: "Evening SUD group" }).click();
    await page.getByRole("link", { name: "Open the group" }).click();
    const past = page.getByRole("region", { name: "Last two weeks" });
    await expect(past.getByText(/\d+ of \d+ came/).first()).toBeVisible();
    await expect(past.getByText("Evening SUD group")).toHaveCount(0);
    await expect(past.getByRole("listitem").first()).toBeInViewport();
    await past.getByRole("link", { name: "Attendance" }).click();
    await expect(page.getByRole("dialog", { name: "Evening SUD group" })).toBeVisible();
    await page.keyboard.press("Escape");
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
  await expect(page.getByRole("tab", { name: /^Left in the week · \d+$/ })).toBeVisible();
  await expect(page.getByText("Find somebody to admit")).toHaveCount(0);

  await page.goto("/staff/census");
  await expect(page.getByRole("columnheader", { name: "Therapist" })).toBeVisible();
  await page.setViewportSize({ width: 768, height: 960 });
  await expect(page.getByRole("columnheader", { name: "Therapist" })).toBeVisible();
  const paper = page.locator("main > [data-words]");
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(paper).toBeVisible();
  await expect(paper).toHaveAttribute("data-words", /^Cedar Bridge · printed on .+ \d{4} by Imani/);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto("/staff/hours");
  await page.getByRole("button", { name: "Week before" }).click();
  await expect(page).toHaveURL(/week=\d{4}-\d\d-\d\d/);
  await expect(page.getByText("Fell short").first()).toBeVisible();
  await expect(page.getByText("Credited so far")).toHaveCount(0);
  const figures = page.getByLabel("The week in figures");
  const shown = page.locator("main [aria-live]", { hasText: /^\d+ of \d+$/ });
  for (const name of ["Reached", "Fell short", "Not a whole week"]) {
    const tile = figures.locator("div").filter({ has: page.getByText(name, { exact: true }) });
    const figure = await tile.locator("strong").textContent();
    if (figure === "0" || figure === "–") continue;
    await tile.getByRole("link", { name }).click();
    await expect(page).toHaveURL(/hours\.standing=/);
    await expect(shown).toHaveText(new RegExp(`^${figure} of`));
  }
  await page.getByLabel("Find by name").fill("nobody by this name");
  await expect(page.getByText("The list is narrowed to Find by name: nobody")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).last().click();
  await expect(page).not.toHaveURL(/hours\./);
  const monday = new URL(page.url()).searchParams.get("week");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const taken = await waiting;
  expect(taken.suggestedFilename()).toBe(`hours-${monday}.csv`);
  const file = (await readFile(await taken.path(), "utf8")).trimEnd();
  const [head = "", ...lines] = file.split("\r\n");
  expect(head).toContain(
    '"Missing of a whole week, hours","Required of a whole week, hours",Rule,Of required',
  );
  expect(head).toContain('"Credited, hours","Booked, hours","Missing');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/,-\d/);

  await page.getByRole("button", { name: "Week after" }).click();
  await expect(page.getByRole("heading", { name: "Hours this week" })).toBeVisible();
  await page.getByRole("button", { name: "Week after" }).click();
  await page.getByRole("link", { name: "Noor Haddad" }).click();
  const panel = page.getByRole("dialog", { name: "Noor Haddad" });
  await expect(panel.getByText("Seats that would help")).toBeVisible();
});

test("a director finds who is in care with whom, and groups by the evening somebody has", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);

  await test.step("When the register is narrowed to those in care, each row says where", async () => {
    await page.goto("/staff/patients");
    await page.getByLabel("Care", { exact: true }).selectOption("In care");
    await expect(page).toHaveURL(/patients\.care=in-care/);
    const first = page.getByRole("table").locator("tbody tr").first();
    await expect(first).toContainText(/Evening|Day|Adolescent/);
  });

  await test.step("And weekly groups are narrowed by weekday and free seats, kept in the address", async () => {
    await page.goto("/staff/groups");
    const rows = page.getByRole("table").locator("tbody tr");
    await page.getByLabel("Weekday").selectOption("Thu");
    await page.getByLabel("Seats", { exact: true }).selectOption("Free seats");
    await expect(page).toHaveURL(/series\.weekday=4&series\.seats=free/);
    for (const row of await rows.all()) await expect(row).toContainText("Thu");
    await page.reload();
    await expect(page.getByLabel("Weekday")).toHaveValue("4");
  });
});

test("a program says what a week of it must hold, and leads to where that is changed", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff/practice/programs");
  await page.getByRole("link", { name: /^Evening SUD IOP/ }).click();
  const hours = page.getByRole("region", { name: "Hours of a week" });
  await expect(hours.getByRole("listitem").filter({ hasText: "adults" })).toHaveCount(2);
  await expect(hours).toContainText("At least 9 and fewer than 20 hours");
  await hours.getByRole("link", { name: "Rules of hours" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules of hours and attendance");
});

test("on Today heads of cards are of one height, and the attended share leads to the groups it is made of", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff");
  const headOf = (title: string) =>
    page.locator("section > header").filter({ hasText: title }).first();
  const heights = await Promise.all(
    ["Attendance, week by week", "People in care, week by week"].map(
      async (title) => (await headOf(title).boundingBox())?.height,
    ),
  );
  expect(heights[0]).toBe(heights[1]);
  await page.setViewportSize({ width: 900, height: 1200 });
  const seats = await page.getByRole("region", { name: "Seats in groups" }).boundingBox();
  const strip = await page.getByLabel("The program today").boundingBox();
  expect(seats?.width).toBeCloseTo(strip?.width ?? 0, 0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "Attended this week" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attendance by group");
});

test("what is open in sessions that are over is named, and whoever led one is asked for it", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const name = own("Unentered");
  await planEvening(page, {
    name,
    daysAgo: quietDay(3),
    startsAtWall: "07:00",
    minutes: 60,
    leader: "Okonjo",
    count: 1,
  });
  await page.goto("/staff/late-notes?whose=all");
  for (const head of ["Notes to sign", "Attendance to enter"])
    await expect(page.getByRole("columnheader", { name: head })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("link", { name: "Ask to enter" }).click();
  const panel = page.getByRole("dialog", { name: "Ask a colleague" });
  await expect(panel.getByLabel("What is to be done")).toHaveValue(/Please enter who was there/);
});

test("whoever may not add people around somebody is told who does", async ({ openBrowser }) => {
  const page = await openBrowser(people.supervisor);
  const [somebody] = (await ask(page, searchPatients, { q: "Thibodeaux" })).rows;
  await page.route(/\/contacts(\?|$)/, (route) => route.fulfill({ json: { rows: [] } }));
  await page.goto(`/staff/patients/${somebody?.id}/facts`);
  const card = page.getByRole("region", { name: "People around them" });
  await expect(card).toContainText("Whoever registers people adds whom to call in an emergency.");
  await expect(card.getByRole("button")).toHaveCount(0);
});

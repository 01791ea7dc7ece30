import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { ask, expect, people, test } from "./journey.ts";

const said = (count: number): string => count.toLocaleString("en-US");

test("a director reads how the program stands and follows each figure to its rows", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  const strip = page.getByLabel("The program today");

  await test.step("Given the figures of today, each within what it is a part of", async () => {
    // Others sign and bill meanwhile: the screen and the figures are read again until nothing came between them.
    await expect(async () => {
      await page.goto("/staff");
      const figures = await ask(page, readProgramFigures, {});
      const soon = { timeout: 3_000 };
      await expect(strip).toContainText(`of ${said(figures.inCare)} in care`, soon);
      await expect(strip).toContainText(`of ${said(figures.lateNotes.of)}`, soon);
      await expect(strip).toContainText(`of ${said(figures.money?.days ?? 0)} in no claim`, soon);
    }).toPass({ timeout: 45_000 });
  });

  await test.step("When the figures behind a drawing are opened, Then they are a table", async () => {
    const figures = await ask(page, readProgramFigures, {});
    const census = page.getByRole("region", { name: "People in care, week by week" });
    await census.getByText("The figures").click();
    await expect(census.getByRole("row")).toHaveCount(figures.weeks.length + 1);
    await expect(census.getByRole("row").last()).toContainText(String(figures.inCare));
  });

  await test.step("And every figure leads to the rows behind it", async () => {
    for (const [name, heading] of [
      ["In care", "Census"],
      ["Worth a look", "Worth a look"],
      ["Notes late", "Notes to sign"],
      ["Will fall short of hours", "Hours"],
      ["Held from billing", "Holds"],
    ] as const) {
      await page.goto("/staff");
      await strip.getByRole("link", { name }).click();
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    }
  });
});

test("a biller's day begins with what waits in days and what went in claims, each of as many rows", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  await page.goto("/staff");
  const strip = page.getByLabel("What waits and what went");
  await expect(strip).toContainText(/Ready to bill\s*\$[\d,.]+\s*[\d,]+ of [\d,]+ days/);
  await expect(strip).toContainText(/Asked for\s*\$[\d,.]+\s*[\d,]+ claims/);
  await strip.getByRole("link", { name: "Asked for" }).click();
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("asked");
  await page.goto("/staff");
  await expect(page.getByLabel("The program today")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What needs me" })).toBeVisible();
  await page.getByRole("link", { name: "Open the batch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/staff\/billing/);
});

test("an administrator's day begins with what needs a hand", async ({ openBrowser }) => {
  const page = await openBrowser(people.administrator);
  await page.goto("/staff");
  const strip = page.getByLabel("How the house stands");
  await expect(strip).toContainText(/\d+ of \d+ things looked at/);
  await strip.getByRole("link", { name: "Needs a hand" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Operations" })).toBeVisible();
  await page.goto("/staff");
  await strip.getByRole("link", { name: "May sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign-ins" })).toBeVisible();
});

test("a therapist plans an hour: led by themselves, at the site they work at", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  await page.goto("/staff/sessions");
  await page.getByRole("button", { name: /^Plan a session/ }).click();
  const form = page.getByRole("dialog", { name: "Plan a session" });
  await expect(form.getByRole("combobox", { name: "Led by" })).toHaveValue(/Okonjo/);
  await expect(form.getByRole("combobox", { name: "Site" })).toHaveValue("Eastside");
  await expect(form.getByRole("combobox", { name: "Program" })).toHaveValue("");
});

test("whoever looks from the other side of the world sees the day that it is in the program", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director, { timezoneId: "Pacific/Kiritimati" });
  const day = new Intl.DateTimeFormat("en-US", {
    weekday: "long",
    month: "long",
    day: "numeric",
    timeZone: "America/Denver",
  }).format();
  await page.goto("/staff/sessions");
  await expect(page.getByRole("heading", { name: `Today, ${day}` })).toBeVisible();
});

test("on a small desk nothing that is needed hides below its edge", async ({ openBrowser }) => {
  const page = await openBrowser(people.director, { viewport: { width: 1440, height: 900 } });
  await page.goto("/staff");
  await expect(page.getByRole("link", { name: "Exports", exact: true })).toBeInViewport({
    ratio: 1,
  });
  await page.goto("/staff/patients?add=patient");
  const panel = page.getByRole("dialog", { name: "Register" });
  for (const name of ["Register", "Register and admit", "Cancel"])
    await expect(panel.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  const placeOf = async (name: string) =>
    panel.getByRole("button", { name, exact: true }).boundingBox();
  const [verb, cancel] = [await placeOf("Register and admit"), await placeOf("Cancel")];
  expect(cancel?.x).toBeGreaterThan(verb?.x ?? 0);
});

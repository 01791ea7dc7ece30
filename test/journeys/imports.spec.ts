import { expect, people, test } from "./journey.ts";

const person = (id: string, family: string, given: string, birthDate: string) => ({
  resource: { resourceType: "Patient", id, name: [{ family, given: [given] }], birthDate },
});

/** Names of its own for each try: whoever was taken once is here already. */
const mark = Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
const family = `Zan${mark}`;

const bundle = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    person("1", family, "Perpetua", "1991-07-08"),
    person("2", family, "Perpetua", "1991-07-08"),
    person("3", "Nobody", "Year", "1970"),
    {
      resource: {
        resourceType: "Condition",
        id: "4",
        subject: { reference: "Patient/1" },
        code: { text: "Low mood" },
      },
    },
    { resource: { resourceType: "Observation", id: "5" } },
  ],
});

const table = `Nombre;Apellidos;Fecha de nacimiento;Notas\nIker;Mar${mark};14/03/1990;=1+1\n`;

const file = (name: string, text: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

test("people come over from another system: looked at first, taken, and said who they are", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff/imports");

  await test.step("Given a file that was cut off on its way: a sentence, and nothing of it", async () => {
    await page.getByRole("button", { name: "New import" }).first().click();
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(file("cut.json", bundle.slice(0, 200)));
    await page.getByLabel("Which system it comes from").fill(`Old system ${mark}`);
    await page.getByLabel("What kind of care it was").selectOption("general");
    await page.getByRole("button", { name: "Look at the file" }).click();
    await expect(page.getByText("What begins in line 1 has no end.")).toBeVisible();
  });

  await test.step("When the whole file is looked at", async () => {
    await page.getByLabel("File", { exact: true }).setInputFiles(file("whole.json", bundle));
    await page.getByRole("button", { name: "Look at the file" }).click();
    await expect(page.getByText("Looked at, nobody changed")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Birth date is only 1970/)).toBeVisible();
    await expect(page.getByText("Observation 1")).toBeVisible();
  });

  await test.step("Then they are brought over, but for the one somebody has to say of", async () => {
    await page.getByRole("button", { name: "Bring them over" }).click();
    await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: "Compare and say" }).click();
    await expect(page.getByRole("table", { name: /beside the file/ })).toBeVisible();
    await page.getByRole("button", { name: "The same person" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("button", { name: "Compare and say" })).toBeHidden();
  });

  await test.step("And what came with them stands on the person, to read", async () => {
    await page
      .getByRole("link", { name: `${family}, Perpetua` })
      .first()
      .click();
    await page.waitForURL(/\/staff\/patients\/[^/]+$/);
    await page.goto(`${page.url()}/facts`);
    await expect(page.getByRole("heading", { name: "Received from elsewhere" })).toBeVisible();
    await expect(page.getByText("Low mood")).toBeVisible();
  });
});

test("a table in Spanish is understood, and its columns are said before anything is read", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.director);
  await page.goto("/staff/imports?add=import");
  await page.getByLabel("File", { exact: true }).setInputFiles(file("gente.csv", table));
  await expect(page.getByText("Read as a table of people.")).toBeVisible();
  await page.getByLabel("Which system it comes from").fill(`Tabla ${mark}`);
  await page.getByRole("button", { name: "Look at the file" }).click();
  await expect(page.getByLabel("Fecha de nacimiento")).toHaveValue("birthDate");
  await expect(page.getByLabel("Notas")).toHaveValue("");
  await expect(page.getByLabel("How the days are written")).toHaveValue("day-month-year");
  await page.getByRole("button", { name: "Look at every row" }).click();
  await expect(page.getByText("Looked at, nobody changed")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Bring them over" }).click();
  await expect(page.getByRole("link", { name: `Mar${mark}, Iker` })).toBeVisible({
    timeout: 30_000,
  });
});

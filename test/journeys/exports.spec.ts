import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { listExports, listPatientExports } from "#domain/exports/export.api.ts";
import { listDisclosures } from "#domain/privacy/disclosure.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";

/** Somebody in care whose chart has something in every part. */
const juniper = async (page: Page) => {
  const { rows } = await ask(page, searchPatients, { q: "Ellsworth" });
  const [person] = rows;
  if (person === undefined) throw new Error("The demonstration has nobody of that name.");
  return { patientId: person.id, name: `${person.givenName} ${person.familyName}` };
};

/** Does something that downloads, and reads what came. */
const downloaded = async (
  page: Page,
  act: () => Promise<void>,
): Promise<{ bytes: string; name: string }> => {
  const coming: Promise<Download> = page.waitForEvent("download");
  await act();
  const file = await coming;
  return { bytes: await readFile(await file.path(), "latin1"), name: file.suggestedFilename() };
};

test("a chart goes to the person it is about, and the accounting says so; without a consent it goes to nobody else", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.privacyOfficer);
  const { patientId, name } = await juniper(page);
  // What went to the person themself: other stories send claims meanwhile.
  const accounted = async () =>
    (await ask(page, listDisclosures, { patientId, limit: 200 })).rows.filter(({ recipient }) =>
      recipient.startsWith(name),
    ).length;
  const before = await accounted();
  const why = own("Asked at the desk, with a passport");
  const third = own("Larkspur Movers");
  const make = page.getByRole("button", { name: "Make the files" });
  const table = page.getByRole("table", { name: "Handed over" });

  await test.step("Given the form, When nothing is said of why, it asks", async () => {
    await page.goto(`/staff/patients/${patientId}/hand-over`);
    await expect(
      page.getByRole("heading", { level: 1, name: /^Hand over the chart of / }),
    ).toBeVisible();
    await page.getByLabel("They go to the person themselves").check();
    await page.getByLabel("Why, and how you know that it is they").fill("");
    await make.click();
    // Once for the reason and once for having made sure who it is; each also stands above the form.
    await expect(page.getByText("Fill this in.").first()).toBeVisible();
  });

  await test.step("Then the files are made for the person themself, to read and for programs", async () => {
    await page.getByLabel("Why, and how you know that it is they").fill(why);
    await make.click();
    await expect(page.getByText("The files are ready below.")).toHaveCount(0);
    await page.getByLabel("I made sure that it is they").check();
    await make.click();
    await expectNotice(page, "The files are ready below.");
    await expect(page.getByLabel("Why, and how you know that it is they")).toHaveValue("");
    const row = table.getByRole("row").filter({ hasText: why });
    await expect(row).toContainText(name);
    await expect(row).toContainText("Ready");
    await expect(row).toContainText(/kept until/);
    const { bytes, name: file } = await downloaded(page, () =>
      page
        .getByRole("link", { name: `Download the files for ${name}` })
        .first()
        .click(),
    );
    expect(file).toMatch(/^chart-\d{4}-\d\d-\d\d\.zip$/);
    expect(bytes.startsWith("PK")).toBe(true);
    expect(bytes).toContain("chart.pdf");
    expect(bytes).toContain("chart.fhir.json");
  });

  await test.step("When somebody else is to have it and nobody consented, a sentence refuses it", async () => {
    const kept = (await ask(page, listPatientExports, { patientId })).total;
    await page.getByLabel("They go to the person themselves").uncheck();
    await page.getByLabel("Who receives them").fill(third);
    await page.getByLabel("What for").selectOption({ label: "Work" });
    await page.getByLabel("Why, and how you know that it is they").fill("They telephoned.");
    await make.click();
    await expect(
      page
        .getByRole("main")
        .getByText("No. Nobody consented that this recipient is told. Nothing was made."),
    ).toBeVisible();
    await expect(page.getByLabel("Who receives them")).toHaveValue(third);
    expect((await ask(page, listPatientExports, { patientId })).total).toBe(kept);
    await expect(table).not.toContainText(third);
  });

  await test.step("And the accounting has the one and not the other", async () => {
    await page.goto(`/staff/patients/${patientId}/consents`);
    const told = page.getByRole("region", { name: "What was told" });
    await expect(told.getByText(name).first()).toBeVisible();
    await expect(told.getByText("Cornelius Ashgrove").first()).toBeVisible();
    await expect(told).not.toContainText(third);
    expect(await accounted()).toBe(before + 1);
  });
});

test("an organization takes its own copy: confirmed, made beside other work, downloaded, kept for some days", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.administrator);
  const why = own("Moving to another building");
  const row = page
    .getByRole("table", { name: "Exports so far" })
    .getByRole("row")
    .filter({ hasText: why });

  await test.step("Given whoever asks has to say why, and that it is they", async () => {
    await page.goto("/staff/exports");
    await page.getByLabel("Why", { exact: true }).fill("");
    await page.getByRole("button", { name: "Export everything" }).click();
    await expect(page.getByText("Fill this in.")).toBeVisible();
    await page.getByLabel("Why", { exact: true }).fill(why);
    await page.getByRole("button", { name: "Export everything" }).click();
    const confirm = page.getByRole("dialog", { name: "Confirm that it is you" });
    await expect(confirm).toBeVisible();
    await expect(row).toHaveCount(0);
    await confirm.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.keyboard.press("Enter");
  });

  await test.step("When it is made, the list follows by itself", async () => {
    await expectNotice(page, "It is being made. You can go on working.");
    await expect(row).toContainText(/Waits to begin|Under way/);
    await expect(row).toContainText(/\d+ of \d+/);
    await expect(row).toContainText("Health care operations");
    await expect(row).toContainText("Ready", { timeout: 30_000 });
    await expect(row).toContainText(/kept until/);
  });

  await test.step("Then, confirmed once more, all of it comes as one file, with what is in it", async () => {
    const { bytes, name } = await downloaded(page, async () => {
      await row.getByRole("button", { name: "Download the export" }).click();
      const confirm = page.getByRole("dialog", { name: "Confirm that it is you" });
      await confirm.getByLabel("Password", { exact: true }).fill(demoPassword);
      await page.keyboard.press("Enter");
    });
    expect(name).toMatch(/^stepwell-\d{4}-\d\d-\d\d\.zip$/);
    const { rows } = await ask(page, listExports, {});
    const run = rows.find(({ reason }) => reason === why);
    expect(run?.files.length).toBeGreaterThan(10);
    for (const file of run?.files ?? []) expect(bytes).toContain(file.name);
    expect(Date.parse(run?.expiresAt ?? "")).toBeGreaterThan(Date.now());
  });

  await test.step("And when the files are taken away, that it was made stays", async () => {
    await row.getByRole("button", { name: "Remove the files" }).click();
    await expect(row).toContainText("Files removed");
    await expect(row.getByRole("button", { name: "Download the export" })).toHaveCount(0);
  });
});

test("somebody without the right finds neither exports nor a chart to hand over", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const { patientId } = await juniper(page);
  for (const address of ["/staff/exports", `/staff/patients/${patientId}/hand-over`]) {
    await page.goto(address);
    await expect(page.getByText("Nothing here, or not yours to see.")).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "Exports" })).toHaveCount(0);
  await page.goto(`/staff/patients/${patientId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Hand over/ })).toHaveCount(0);
  const direct = await page.request.get(`/api/patients/${patientId}/exports`);
  expect(direct.status()).toBe(403);
});

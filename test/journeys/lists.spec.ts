import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { changeOrganization, readSession } from "#domain/access/session.api.ts";
import { listAuditEvents } from "#domain/audit/audit.api.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { ask, expect, own, people, test } from "./journey.ts";

/** More than one page of the register, by people born one after the other. */
const registerMany = async (page: Page, familyName: string): Promise<void> => {
  const many = Array.from({ length: 104 }, (_, at) => ({
    givenName: at === 0 ? "Eldest" : "Ana",
    familyName,
    birthDate: new Date(Date.UTC(1931, 0, 1 + at)).toISOString().slice(0, 10),
    sureItIsNew: true,
  }));
  while (many.length > 0)
    await Promise.all(many.splice(0, 8).map((one) => ask(page, registerPatient, one)));
};

test("a list is sorted, filtered and paged, is the same after going back to its address, and leaves with a line in the trail", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.directorElsewhere);
  const familyName = own("Vandermeer");
  const table = page.getByRole("table");
  const rows = table.locator("tbody tr");
  const born = page.getByRole("columnheader", { name: "Born" });

  await test.step("Given more people than a page holds", async () => {
    await registerMany(page, familyName);
    await page.goto("/staff/patients");
    await expect(rows).toHaveCount(100);
  });

  await test.step("When the list is sorted by birthday, upwards and then downwards", async () => {
    await born.getByRole("button").click();
    await expect(born).toHaveAttribute("aria-sort", "ascending");
    await expect(rows.first()).toContainText("Eldest");
    await born.getByRole("button").click();
    await expect(born).toHaveAttribute("aria-sort", "descending");
    await expect(page).toHaveURL(/patients\.sort=-birthday/);
    await expect(rows.first()).not.toContainText("Eldest");
  });

  await test.step("And filtered, and its next page shown", async () => {
    await page.getByLabel("Records").selectOption({ label: "In use and retired" });
    await expect(page).toHaveURL(/patients\.state=all/);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(page).toHaveURL(/patients\.pages=2/);
    await expect(rows.filter({ hasText: "Eldest" })).toHaveCount(1);
  });

  await test.step("Then its address shows the same again", async () => {
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(100);
    await page.reload();
    await expect(born).toHaveAttribute("aria-sort", "descending");
    await expect(page.getByLabel("Records")).toHaveValue("all");
    await expect(rows).toHaveCount(shown);
  });

  await test.step("And a sheet of it says how many stand on it and by what they were narrowed", async () => {
    const sheet = page.locator("main [data-words*='Records: In use and retired']");
    await expect(sheet).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(sheet).toBeVisible();
    await expect(sheet).toHaveAttribute("data-words", /^\d+ (of \d+ )?rows · /);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("And everything that matches leaves as a file", async () => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^patients-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    const [head, ...lines] = text.trimEnd().split("\r\n");
    expect(head).toMatch(/^\uFEFF/);
    expect(lines.filter((line) => line.startsWith(`"${familyName}, `))).toHaveLength(104);
  });

  await test.step("And the trail of the organization says who took out how much", async () => {
    const auditor = await openBrowser(people.director);
    const { organizations } = await ask(auditor, readSession, {});
    const there = organizations.find(({ name }) => name === "Harbor Steps");
    await ask(auditor, changeOrganization, { organizationId: there?.id ?? "" });
    const { rows: taken } = await ask(auditor, listAuditEvents, { verb: "list.take-out" });
    expect(taken[0]).toMatchObject({
      actorName: expect.stringContaining("Philippa"),
      details: { list: "patients", isNarrowed: true },
    });
    expect(taken[0]?.subjectCount).toBeGreaterThan(100);
  });
});

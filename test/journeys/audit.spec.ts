import { readFile } from "node:fs/promises";
import { Temporal } from "temporal-polyfill";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { ask, expect, people, pick, test } from "./journey.ts";

test("the privacy officer finds what a colleague looked at, takes it out, and sees that nothing was altered", async ({
  openBrowser,
}) => {
  const therapist = await openBrowser(people.therapist);
  const officer = await openBrowser(people.privacyOfficer);
  const day = Temporal.Now.plainDateISO("America/Denver");

  await test.step("Given a therapist who read a colleague's record today", async () => {
    const { rows } = await ask(therapist, listStaff, { q: "Quintanar" });
    await therapist.goto(`/staff/practice/staff/${rows[0]?.id}`);
    await expect(therapist.getByRole("heading", { level: 1, name: /^Marisol/ })).toBeVisible();
  });

  await test.step("When the privacy officer asks what Desmond Okonjo read today", async () => {
    // A day of no calendar, as a link may have it, counts as absent.
    await officer.goto("/staff/audit?trail.from=2026-02-30");
    await expect(officer.getByRole("table", { name: "Lines of the trail" })).toBeVisible();
    await pick(officer, "Who", "Desmond Okonjo");
    await pick(officer, "What", "read a colleague");
    await officer.getByLabel("From").fill(day.toString());
    await officer.getByLabel("To").fill(day.toString());
  });

  await test.step("Then there it stands: who, what, when, from where, and that it is sealed", async () => {
    const lines = officer.getByRole("table", { name: "Lines of the trail" });
    const line = lines.getByRole("link", { name: /^Desmond Okonjo read a colleague/ }).first();
    await expect(line).toContainText("From Chrome, Linux, 127.0.0.1");
    await expect(lines.getByRole("link")).not.toHaveText([/^(?!Desmond Okonjo read a colleague)/]);
    await line.click();
    const panel = officer.getByRole("dialog", { name: "Desmond Okonjo read a colleague" });
    await expect(panel).toContainText(/What for.*Health care operations/s);
    await expect(panel).toContainText(/Record.*A colleague/s);
    await expect(panel).toContainText(/About.*Nobody in care/s);
    await officer.keyboard.press("Escape");
    await expect(panel).toBeHidden();
  });

  await test.step("And nothing of yesterday is among it", async () => {
    const yesterday = day.subtract({ days: 1 }).toString();
    await officer.getByLabel("From").fill(yesterday);
    await officer.getByLabel("To").fill(yesterday);
    await expect(officer.getByText("Nothing matches.")).toBeVisible();
    await officer.getByLabel("From").fill(day.toString());
    await expect(officer.getByText("Lies before the first day.")).toBeVisible();
    await officer.getByLabel("To").fill(day.toString());
    await officer.getByLabel("From").fill(day.toString());
    await expect(officer.getByRole("link", { name: /read a colleague/ }).first()).toBeVisible();
  });

  await test.step("When they export what they found", async () => {
    const waiting = officer.waitForEvent("download");
    await officer.getByRole("link", { name: "Export CSV" }).click();
    const text = await readFile(await (await waiting).path(), "utf8");
    const [head, ...lines] = text.trim().split("\n");
    expect(head).toContain("verb");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/,read,staff\.read,operations,staff,Desmond Okonjo,/);
  });

  await test.step("Then the verification recomputes the seals and finds nothing altered", async () => {
    await expect(async () => {
      await officer.getByRole("button", { name: /^Verify/ }).click();
      await expect(officer.getByText(/sealed to .*, nothing altered\.$/)).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 45_000 });
  });
});

test("who looked at one person is told by their name, and the way back to all is there", async ({
  openBrowser,
}) => {
  const officer = await openBrowser(people.privacyOfficer);
  const { rows } = await ask(officer, searchPatients, { q: "Juniper Ellsworth" });
  await officer.goto(`/staff/patients/${rows[0]?.id}/consents`);
  await officer.getByRole("link", { name: "Who looked" }).click();
  const days = officer.getByRole("table", { name: "Who looked, by day" });
  await days.getByRole("link", { name: "Cornelius Ashgrove" }).first().click();
  await expect(officer).toHaveURL(/trail\.accountId=.*trail\.from=/);
  await officer.goBack();
  const lines = officer.getByRole("table", { name: "Lines of the trail" });
  const line = lines.getByRole("link", { name: /looked at the consents of a patient/ }).first();
  await expect(line).toBeVisible();
  await expect(officer.getByText("Only what is about Juniper Ellsworth.")).toBeVisible();
  await officer.getByRole("button", { name: "Show everything" }).click();
  await expect(officer.getByText(/^Only what is about/)).toBeHidden();
  expect(new URL(officer.url()).search).not.toContain("patientId");
});

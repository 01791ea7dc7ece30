import type { Locator, Page } from "@playwright/test";
import { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { quietDay, minutesIn, planEvening, setClock, type Evening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole("rowgroup").getByRole("row", { name });

const enter = async (page: Page, evening: Evening, minutes: number): Promise<void> => {
  await setClock(page, minutesIn(evening, minutes));
  await page.goto(`/staff/sessions/${evening.sessionId}`);
  await expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
};

/** Somebody in care whom nobody has seated here, as the room will call them. */
const somebodyElse = async (page: Page, evening: Evening): Promise<string> => {
  const { rows } = await ask(page, searchPatients, { limit: 100 });
  const seated = new Set(evening.members.map(({ patientId }) => patientId));
  for (const { id, givenName, preferredName, familyName } of rows) {
    if (seated.has(id)) continue;
    const stays = await ask(page, listEnrollments, { patientId: id });
    const day = evening.startsAt.slice(0, 10);
    const running = stays.rows.filter((one) => one.endedOn === null && one.admittedOn < day);
    if (running.length === 1) return `${preferredName ?? givenName} ${familyName}`;
  }
  throw new Error("Everybody of the demonstration is in this session.");
};

const seat = async (page: Page, name: string): Promise<Locator> => {
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog");
  // It is asked at once, and says nothing of what nobody looked for.
  await expect(dialog.getByRole("combobox", { name: "Who" })).toBeFocused();
  await expect(dialog.getByText("Nothing found")).toBeHidden();
  await dialog.getByRole("combobox", { name: "Who" }).fill(name);
  await dialog.getByRole("option", { name }).first().click();
  await dialog.getByRole("button", { name: /^Give the seat/ }).click();
  return dialog;
};

test("somebody is seated from the room, and each sees where the other writes", async ({
  openBrowser,
}) => {
  const desk = await openBrowser(people.therapist);
  const other = await openBrowser(people.supervisor);
  const evening = await planEvening(desk, {
    name: own("Seated here"),
    daysAgo: quietDay(2),
    startsAtWall: "08:00",
    minutes: 60,
    leader: "Okonjo",
    count: 3,
  });
  const guest = await somebodyElse(desk, evening);
  await enter(desk, evening, 20);
  await enter(other, evening, 20);

  await test.step("The seat is there on both screens, and the row is chosen", async () => {
    await seat(desk, guest);
    await expect(rowOf(desk, guest)).toHaveAttribute("aria-selected", "true");
    await expect(rowOf(desk, guest)).toContainText("Make-up");
    await expect(rowOf(other, guest)).toBeVisible();
  });

  await test.step("Twice is refused with a sentence, and what was chosen stays", async () => {
    const dialog = await seat(desk, guest);
    await expect(dialog).toContainText("They are in this session already.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("Whoever has a row or the shared note open is seen there, until they go", async () => {
    await rowOf(desk, guest)
      .getByRole("button", { name: /^Arrive/ })
      .click();
    await expect(rowOf(other, guest)).toContainText("Desmond is writing here");
    await expect(desk.getByText(/is writing here/)).toHaveCount(0);
    await other.getByRole("textbox", { name: "Topic" }).click();
    await expect(desk.getByRole("region", { name: "Shared note" })).toContainText(
      "Oriana is writing here",
    );
    await other.close();
    await expect(desk.getByText(/is writing here/)).toHaveCount(0, { timeout: 25_000 });
  });
});

test("a signed note is corrected from its row, which then says what stands now", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const evening = await planEvening(page, {
    name: own("Corrected here"),
    daysAgo: quietDay(2),
    startsAtWall: "10:00",
    minutes: 60,
    leader: "Okonjo",
    count: 1,
  });
  await enter(page, evening, 2);
  await rowAt(page, 0)
    .getByRole("button", { name: /^Arrive/ })
    .click();
  const room = () => ask(page, readSessionRoom, { sessionId: evening.sessionId });
  await expect.poll(async () => (await room()).events.length).toBe(1);
  await enter(page, evening, 64);
  const fields = [
    ["Topic", "Risky hours"],
    ["What we did", "Drew the week and marked its hours."],
    ["How the group went", "Calm, with some laughter."],
  ] as const;
  for (const [name, text] of fields) await page.getByRole("textbox", { name }).fill(text);
  await rowAt(page, 0)
    .getByText(/week \d/i)
    .click();
  for (const key of ["2", "2", "1"]) await page.keyboard.press(key);
  await page.keyboard.insertText(
    "Marked Friday after work and chose whom to ring at half past five.",
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.press("1");
  await expect(page.getByText("1 of 1 ready")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("dialog", { name: "Confirm that it is you" })
    .getByLabel("Password", { exact: true })
    .fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 signed", { exact: true })).toBeVisible();

  const corrected = "Marked Saturday at noon and chose whom to ring an hour before.";
  await rowAt(page, 0).getByRole("button", { name: "Correct the note" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Sentence").fill(corrected);
  await panel.getByLabel("Took part").selectOption("active");
  await panel.getByLabel("Why it is corrected").fill("Another day was meant.");
  await panel.getByRole("button", { name: /^Sign correction/ }).click();
  await expect(panel).toHaveCount(0);
  await expect(rowAt(page, 0)).toContainText(corrected);
  await expect(rowAt(page, 0)).toContainText("Active");
  const { rows } = await room();
  expect(rows[0]?.note?.part.sentence).toBe(corrected);
});

import type { Locator, Page } from "@playwright/test";
import { confirmSession } from "#domain/access/session.api.ts";
import { cosignNote, readNote } from "#domain/charting/member-note.api.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { changeStaff, listStaff, readStaff } from "#domain/practice/staff.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { quietDay, minutesIn, planEvening, setClock, type Evening } from "./evening.ts";
import { ask, expect, expectNotice, own, people, test } from "./journey.ts";

const intern = "will.thistlewood@cedarbridge.example";

const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);

const enter = async (page: Page, evening: Evening, minutes: number): Promise<void> => {
  await setClock(page, minutesIn(evening, minutes));
  await page.goto(`/staff/sessions/${evening.sessionId}`);
  await expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
};

const roomOf = (page: Page, evening: Evening) =>
  ask(page, readSessionRoom, { sessionId: evening.sessionId });

type Lines = readonly [string, string];

/** Gives a colleague this supervisor, unless it is theirs already. */
const superviseBy = async (page: Page, whom: string, by: string): Promise<void> => {
  const [colleague] = (await ask(page, listStaff, { q: whom })).rows;
  const [supervisor] = (await ask(page, listStaff, { q: by })).rows;
  if (!colleague || !supervisor) throw new Error(`${whom} or ${by} works here no longer.`);
  const { version } = await ask(page, readStaff, { staffId: colleague.id });
  await ask(page, changeStaff, {
    staffId: colleague.id,
    version,
    supervisorId: supervisor.id,
  });
};

/** Writes and signs a small group of two. */
const writeAndSign = async (page: Page, lines: Lines): Promise<void> => {
  await page.getByRole("textbox", { name: "Topic" }).fill("Risky hours");
  await page
    .getByRole("textbox", { name: "What we did" })
    .fill("Drew the week and marked its hours.");
  await page.getByRole("textbox", { name: "How the group went" }).fill("Calm, with some laughter.");
  for (const [at, line] of lines.entries()) {
    await rowAt(page, at)
      .getByText(/week \d/i)
      .click();
    for (const key of ["2", "2", "1"]) await page.keyboard.press(key);
    await expect(rowAt(page, at).getByRole("textbox", { name: /^Line of/ })).toBeFocused();
    await page.keyboard.insertText(line);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: /^No risk noted for 2 rows/ }).click();
  await expect(page.getByText("2 of 2 ready")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const confirm = page.getByRole("dialog", { name: "Confirm that it is you" });
  await confirm.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 signed", { exact: true })).toBeVisible();
};

test("an intern's rows wait for the supervisor, who cosigns them", async ({ openBrowser }) => {
  const planner = await openBrowser(people.therapist);
  const page = await openBrowser(intern);
  const supervisor = await openBrowser(people.supervisor);
  await superviseBy(await openBrowser(people.administrator), "Thistlewood", "Castellvi");
  const evening = await planEvening(planner, {
    name: own("Intern"),
    daysAgo: quietDay(1),
    startsAtWall: "18:00",
    leader: "Thistlewood",
    count: 2,
  });
  await enter(page, evening, 184);
  await page.getByRole("button", { name: /^All 2 were here/ }).click();
  await expect.poll(async () => (await roomOf(page, evening)).events.length).toBe(2);
  await writeAndSign(page, [
    "Named payday as the hardest hour and asked a brother to hold the card.",
    "Told of a first dry wedding; rehearsed leaving before the toasts.",
  ]);
  await expect(rowAt(page, 0)).toContainText("Cosign");
  await ask(supervisor, confirmSession, { password: demoPassword });
  for (const { note } of (await roomOf(supervisor, evening)).rows)
    await ask(supervisor, cosignNote, { noteId: note?.id ?? "", words: null });
  await expect(rowAt(page, 0)).toContainText("Signed");
  const [row] = (await roomOf(page, evening)).rows;
  expect(row?.note?.state).toBe("cosigned");
});

test("the next day: attendance is corrected with a reason, and the note gets an addendum", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const boss = await openBrowser(people.director);
  const evening = await planEvening(page, {
    name: own("Corrected"),
    daysAgo: quietDay(2),
    startsAtWall: "18:00",
    leader: "Okonjo",
    count: 2,
  });
  await enter(page, evening, 184);
  await page.getByRole("button", { name: /^All 2 were here/ }).click();
  await expect.poll(async () => (await roomOf(page, evening)).events.length).toBe(2);
  await writeAndSign(page, [
    "Counted the bottles poured out on Friday and felt lighter afterwards.",
    "Walked the dog at the old drinking hour, four evenings running.",
  ]);
  const before = (await roomOf(page, evening)).rows[0];

  await test.step("The signed rows are read-only; an addendum is added", async () => {
    await rowAt(page, 0)
      .getByText(/week \d/i)
      .click();
    await expect(rowAt(page, 0).getByRole("textbox")).toHaveCount(0);
    await page.getByRole("button", { name: "Add an addendum" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is to be added").fill("Left ten minutes earlier than written.");
    await dialog.getByRole("button", { name: "Sign addendum" }).click();
    await expectNotice(page, "Addendum signed.");
    const note = await ask(page, readNote, { noteId: before?.note?.id ?? "" });
    expect(note.acts.map(({ kind, words }) => [kind, words])).toEqual([
      ["addendum", "Left ten minutes earlier than written."],
    ]);
    expect(note.signature.isIntact).toBe(true);
  });

  await test.step("And the attendance is put right, with the reason", async () => {
    await boss.goto(`/staff/sessions/${evening.sessionId}`);
    await rowAt(boss, 0)
      .getByText(/week \d/i)
      .click();
    await boss.getByRole("button", { name: "Correct attendance" }).click();
    const dialog = boss.getByRole("dialog");
    await dialog.getByLabel("Left at").fill("8:50");
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await expect(dialog.getByText("Say why.")).toBeVisible();
    await dialog.getByLabel("Why").fill("The door log says 8:50.");
    await expect(dialog.getByText(/^Saved .+, not sent yet$/)).toBeVisible();
    // What was typed outlives the page, like everything else.
    await boss.reload();
    await rowAt(boss, 0)
      .getByText(/week \d/i)
      .click();
    await boss.getByRole("button", { name: "Correct attendance" }).click();
    await expect(dialog.getByLabel("Why")).toHaveValue("The door log says 8:50.");
    await expect(dialog.getByLabel("Left at")).toHaveValue("8:50");
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(rowAt(boss, 0)).toContainText("Left 8:50");
    const after = (await roomOf(page, evening)).rows[0];
    expect(after?.attendance.creditedMinutes).toBe((before?.attendance.creditedMinutes ?? 0) - 10);
    await expect(boss.getByText(/^The note still says \d+ min$/)).toBeVisible();
  });

  await test.step("And on paper every minute and every word of it stands there", async () => {
    const line = rowAt(boss, 1).getByText(/^Walked the dog|^Counted the bottles/);
    await boss.emulateMedia({ media: "print" });
    await boss.setViewportSize({ width: 740, height: 960 });
    await expect(boss.getByRole("columnheader", { name: "Min" })).toBeVisible();
    const clamp = () => line.evaluate((text) => getComputedStyle(text).display);
    expect(await clamp()).toBe("block");
    await boss.emulateMedia({ media: "screen" });
    expect(await clamp()).not.toBe("block");
  });

  await test.step("And whoever wrote the note reads there that its minutes are others by now", async () => {
    await page.goto(`/staff/notes/${before?.note?.id}`);
    await expect(page.getByText(/^The attendance was put right since: \d+ min/)).toBeVisible();
    await page.getByRole("button", { name: "Correct", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(/The corrected note says \d+ min/);
  });
});

test("an individual session is taken out of the group: no minute counts twice", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.therapist);
  const group = await planEvening(page, {
    name: own("Group"),
    daysAgo: quietDay(3),
    startsAtWall: "18:00",
    leader: "Okonjo",
    count: 2,
  });
  const [member] = group.members;
  const alone = await planEvening(page, {
    name: own("Alone"),
    daysAgo: quietDay(3),
    startsAtWall: "19:00",
    minutes: 45,
    leader: "Castellvi",
    activity: "Individual therapy",
    only: member ? [member] : [],
  });
  await enter(page, group, 1);
  for (const at of [0, 1]) {
    await rowAt(page, at)
      .getByRole("button", { name: /^Arrive/ })
      .click();
    await expect(rowAt(page, at)).toContainText(/Room \d/);
  }
  await expect.poll(async () => (await roomOf(page, group)).events.length).toBe(2);
  const names = (await roomOf(page, group)).rows.map(({ patientId }) => patientId);
  const at = names.indexOf(member?.patientId ?? "");
  await enter(page, group, 60);
  await rowAt(page, at)
    .getByText(/Room \d/)
    .click();
  await page.getByRole("menuitem", { name: "Goes to an individual session" }).click();
  await expect.poll(async () => (await roomOf(page, group)).events.length).toBe(3);
  await ask(page, recordAttendance, {
    sessionId: alone.sessionId,
    events: [
      {
        id: crypto.randomUUID(),
        patientId: member?.patientId ?? null,
        kind: "arrive",
        mode: "room",
        occurredAt: alone.startsAt,
      },
    ],
  });
  await enter(page, group, 105);
  await rowAt(page, at)
    .getByText(/Out \d/)
    .click();
  await page.getByRole("menuitem", { name: "Is back in the group" }).click();
  await expect.poll(async () => (await roomOf(page, group)).events.length).toBe(4);
  const inGroup = (await roomOf(page, group)).rows[at]?.attendance.creditedMinutes ?? 0;
  const byOneself = (await roomOf(page, alone)).rows[0]?.attendance.creditedMinutes ?? 0;
  expect(byOneself).toBe(45);
  expect(inGroup + byOneself).toBeLessThanOrEqual(180);
  expect(inGroup).toBeGreaterThanOrEqual(132);
});

import type { Locator, Page } from "@playwright/test";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { readNote } from "#domain/charting/member-note.api.ts";
import { alikeness, cloneLimits } from "#domain/charting/clone-meter.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { Hands } from "#test/support/hands.ts";
import { ceilings } from "../../bench/hands/ceilings.ts";
import { quietDay, minutesIn, planEvening, setClock } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);

const saved = async (page: Page): Promise<void> => {
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(page.getByText("Saving")).toHaveCount(0);
};

/** What each of them did: three keys and a line that is theirs alone. */
const said: readonly (readonly [keys: string, line: string])[] = [
  ["311", "Rated craving seven, then three after the wave exercise; plans it for payday."],
  ["222", "Named the drive past the old bar as hardest; will take the river road."],
  ["232", "Told how breathing slowed the noise; repeats it before supper."],
  ["311", "Led the pair work and wrote out a plan for Sunday dinner with family."],
  ["221", "Linked skipped meals to evening urges and set a phone alarm at noon."],
  ["341", "Coached two newcomers on calling early; forty-one days since last use."],
  ["223", "Urge of eight after an argument at home; waited twenty minutes, did not use."],
  ["212", "Chose nine to ten as the risky hour, and a walk instead of television."],
  ["153", "Kept quiet; safety asked in private at the break and the plan reviewed."],
  ["222", "Practised saying no to overtime; first time the boss agreed to it."],
  ["132", "Asked how long an urge lasts and drew the curve in the notebook."],
];

test("an evening of twelve: who is here, a line for each, one signature", async ({
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const page = await openBrowser(people.therapist);
  const evening = await planEvening(page, {
    name: own("Evening SUD IOP"),
    daysAgo: quietDay(),
    leader: "Okonjo",
  });
  const hands = new Hands(page);
  const note = page.getByRole("region", { name: "Shared note" });
  const open = async (minutes: number): Promise<void> => {
    await setClock(page, minutesIn(evening, minutes));
    await page.goto(`/staff/sessions/${evening.sessionId}`);
    await expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
  };
  const room = () => ask(page, readSessionRoom, { sessionId: evening.sessionId });

  await test.step("Given twelve people who are expected", async () => {
    await open(14);
    await expect(page.getByRole("rowgroup").getByRole("row")).toHaveCount(12);
  });

  await test.step("When two come late, one by video, one not at all, and the others were there", async () => {
    await open(1);
    await hands.tap(rowAt(page, 3).getByRole("button", { name: /^Video, / }));
    await expect.poll(async () => (await room()).events.length).toBe(1);
    await open(14);
    await hands.tap(rowAt(page, 1).getByRole("button", { name: /^Arrive/ }));
    await hands.tap(rowAt(page, 7).getByRole("button", { name: /^Arrive/ }));
    await hands.tap(rowAt(page, 10).getByRole("button", { name: /^Absent, / }));
    await hands.press("1");
    await hands.tap(page.getByRole("button", { name: /^All 8 were here/ }));
    await expect(rowAt(page, 1)).toContainText(/Late \d/);
    await expect(rowAt(page, 3)).toContainText(/Video \d/);
    await expect(rowAt(page, 10)).toContainText("No call");
    await expect(rowAt(page, 0)).toContainText(/Room 6:00/);
  });

  await test.step("And a colleague takes one of them out for a session of their own", async () => {
    await expect.poll(async () => (await room()).events.length).toBe(12);
    const colleague = await openBrowser(people.supervisor);
    const member = (await room()).rows[5];
    const who = { patientId: member?.patientId ?? "", enrollmentId: member?.enrollmentId ?? "" };
    const alone = await planEvening(colleague, {
      name: own("By oneself"),
      daysAgo: quietDay(),
      startsAtWall: "19:00",
      minutes: 45,
      leader: "Castellvi",
      activity: "Individual therapy",
      only: [who],
    });
    const happened = (kind: "pulled-out" | "returned" | "arrive", minutes: number) => ({
      id: crypto.randomUUID(),
      patientId: who.patientId,
      kind,
      mode: kind === "arrive" ? ("room" as const) : null,
      occurredAt: minutesIn(evening, minutes),
    });
    await ask(colleague, recordAttendance, {
      sessionId: evening.sessionId,
      events: [happened("pulled-out", 60), happened("returned", 105)],
    });
    const { attendances } = await ask(colleague, recordAttendance, {
      sessionId: alone.sessionId,
      events: [happened("arrive", 60)],
    });
    expect(attendances.map(({ creditedMinutes }) => creditedMinutes)).toEqual([45]);
  });

  await test.step("And there is a break, and somebody leaves early", async () => {
    await expect.poll(async () => (await room()).events.length).toBe(14);
    await open(80);
    await hands.press("b");
    await expect(page.getByRole("button", { name: /^End break/ })).toBeVisible();
    await expect.poll(async () => (await room()).events.length).toBe(15);
    await open(95);
    await hands.press("b");
    await expect.poll(async () => (await room()).events.length).toBe(16);
    await open(125);
    await hands.tap(rowAt(page, 4).getByRole("button", { name: / leaves$/ }));
    await hands.press("4");
    await expect(rowAt(page, 4)).toContainText(/Left 8:05/);
    await expect.poll(async () => (await room()).events.length).toBe(18);
  });

  await test.step("When the shared note and twelve lines are written", async () => {
    await open(184);
    await hands.tap(note.getByLabel("Topic"));
    await hands.type("Riding the urge: cravings rise, crest and pass.");
    await hands.tap(note.getByLabel("What we did"));
    await hands.type(
      "Taught the wave model, led a guided practice, then pairs planned a risky hour.",
    );
    await hands.tap(note.getByRole("button", { name: "Relapse prevention" }));
    await hands.tap(note.getByLabel("How the group went"));
    await hands.type(
      "Warm and attentive. Members compared early warning signs and offered what helped.",
    );
    // Of nobody the same is written twice: on a second try each says what another one said.
    let written = test.info().retry;
    for (let at = 0; at < 12; at += 1) {
      if (at === 10) continue;
      const [keys, line] = said[written % said.length] ?? ["", ""];
      written += 1;
      await expect(rowAt(page, at)).toHaveAttribute("aria-selected", "true");
      const [first = "", ...rest] = keys;
      // The first row's answers are in sight: a tap on one leads from the shared note into the roster.
      if (at === 0) await hands.tap(rowAt(page, at).getByRole("button", { name: "Active" }));
      else await hands.press(first);
      for (const key of rest) await hands.press(key);
      await expect(rowAt(page, at).getByRole("textbox", { name: /^Line of/ })).toBeFocused();
      await hands.type(line);
      if (at < 11) await hands.press("Enter");
    }
    await hands.tap(page.getByRole("button", { name: /^No risk noted for \d+ rows/ }));
    await expect(page.getByText("11 of 11 ready")).toBeVisible();
    await saved(page);
  });

  await test.step("Then all of it fits the window without scrolling", async () => {
    const hidden = await page.evaluate(() =>
      [
        document.documentElement,
        ...document.querySelectorAll("[role=rowgroup], section [tabindex='-1']"),
      ].map((one) => one.scrollHeight - one.clientHeight),
    );
    expect(Math.max(...hidden)).toBeLessThanOrEqual(0);
  });

  await test.step("And one signature, with the password, signs eleven notes", async () => {
    await hands.press("Control+Enter");
    const confirm = page.getByRole("dialog", { name: "Confirm that it is you" });
    await confirm.getByLabel("Password", { exact: true }).fill(demoPassword);
    await hands.press("Enter");
    await expect(page.getByText("11 signed", { exact: true })).toBeVisible();
    await expect(rowAt(page, 0)).toContainText("Signed");
    const notes = (await room()).rows.flatMap((row) => (row.note ? [row.note.id] : []));
    expect(notes).toHaveLength(11);
    const first = await ask(page, readNote, { noteId: notes[0] ?? "" });
    expect(first.signature.isIntact).toBe(true);
  });

  await test.step("And the minutes are those of the ledger", async () => {
    const minutes = (await room()).rows.map(({ attendance }) => attendance.creditedMinutes);
    // Three hours without the break; 14 minutes late; gone 55 minutes before the end; 45 minutes with somebody else, 15 of them
    // in the break. Seconds are never rounded up, and no minute is in both sessions.
    const expected = [165, 151, 165, 164, 110, 135, 165, 151, 165, 165, 0, 165];
    for (const [at, most] of expected.entries()) {
      expect(minutes[at]).toBeLessThanOrEqual(most);
      expect(minutes[at]).toBeGreaterThanOrEqual(Math.max(0, most - 1));
    }
  });

  await test.step("And hands did little, and no line is like another", async () => {
    console.log(`${hands.actions} actions and ${hands.letters} letters for twelve`);
    expect(hands.actions).toBeLessThanOrEqual(ceilings.groupOfTwelve);
    for (const [at, [, line]] of said.entries())
      for (const [, other] of said.slice(at + 1))
        expect(alikeness(line, other)).toBeLessThan(cloneLimits.warn);
  });
});

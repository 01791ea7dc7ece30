import type { Locator, Page } from "@playwright/test";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { askMeasure, listMeasures } from "#domain/measures/measure.api.ts";
import { openPatientAccount, readPatientAccount } from "#domain/patients/patient-account.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import {
  daysAgo,
  quietDay,
  minutesIn,
  planEvening,
  setClock,
  type Evening,
  type EveningMember,
} from "./evening.ts";
import { ask, expect, own, people, signInByCode, test } from "./journey.ts";
import { tabTo } from "./tab-to.ts";

const tablet = { viewport: { width: 900, height: 1200 }, hasTouch: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Of the morning after an evening that begins at 14:00. */
const halfPastEight = 18.5 * 60;

const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);

const enter = async (page: Page, evening: Evening, minutes: number): Promise<void> => {
  await setClock(page, minutesIn(evening, minutes));
  await page.goto(`/staff/sessions/${evening.sessionId}`);
  await expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
};

/** Somebody of the group who has no phone with us yet, and now has: their address. */
const givePhone = async (
  page: Page,
  members: readonly EveningMember[],
): Promise<EveningMember & { readonly email: string }> => {
  for (const member of members) {
    const { patientId, enrollmentId } = member;
    const { account } = await ask(page, readPatientAccount, { patientId });
    const { rows } = await ask(page, listMeasures, { patientId });
    const isAsked = rows.some(({ completedAt, cancelledAt }) => !completedAt && !cancelledAt);
    if (account !== null || isAsked) continue;
    const email = `${own("phone").replace(" ", ".")}@member.example`;
    await ask(page, openPatientAccount, { patientId, email });
    await ask(page, askMeasure, {
      patientId,
      enrollmentId,
      instrument: "phq-9",
      dueOn: daysAgo(0),
    });
    return { ...member, email };
  }
  throw new Error("Everybody of the evening has a phone already.");
};

const lines = [
  "Put the card with three numbers into the wallet and showed where it sits.",
  "Traded the walk past the liquor store for the tram, twice this week.",
  "Wrote down what the first quiet evening felt like, and read it aloud.",
];

/** Everything that the desk does, without a mouse. */
const writeByKeyboard = async (desk: Page): Promise<void> => {
  const { keyboard } = desk;
  const write = async (name: string, text: string): Promise<void> => {
    await tabTo(desk, desk.getByRole("textbox", { name }));
    await keyboard.insertText(text);
  };
  await write("Topic", "Three numbers to call");
  await write("What we did", "Each chose whom to call, and practised the first sentence.");
  await tabTo(desk, desk.getByRole("button", { name: "Relapse prevention" }));
  await keyboard.press("Space");
  await write("How the group went", "Quiet at first, then warm; everybody spoke.");
  const chosen = desk.getByRole("rowgroup").locator("[aria-selected=true]");
  await tabTo(desk, chosen);
  for (let step = 0; step < 4; step += 1) await keyboard.press("ArrowUp");
  for (const [at, line] of lines.entries()) {
    await expect(rowAt(desk, at)).toHaveAttribute("aria-selected", "true");
    // Into the line and back to the row: what is still open is asked again, and a digit answers it.
    await tabTo(desk, rowAt(desk, at).getByRole("textbox", { name: /^Line of/ }));
    await keyboard.press("Escape");
    for (const key of ["2", "2", "1"]) await keyboard.press(key);
    await expect(rowAt(desk, at).getByRole("textbox", { name: /^Line of/ })).toBeFocused();
    await keyboard.insertText(line);
    await keyboard.press("Escape");
    await keyboard.press("r");
    await keyboard.press("1");
    if (at < lines.length - 1) await keyboard.press("ArrowDown");
  }
};

test("an evening at Cedar Bridge: two lead it, one by keys and one on a tablet; a phone checks in; the biller reads it next morning", async ({
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const desk = await openBrowser(people.therapist);
  const beside = await openBrowser(people.supervisor, tablet);
  const evening = await planEvening(desk, {
    name: own("Cedar Bridge"),
    daysAgo: quietDay(2),
    startsAtWall: "14:00",
    leader: "Okonjo",
    beside: "Castellvi",
    count: 4,
  });
  const room = () => ask(desk, readSessionRoom, { sessionId: evening.sessionId });
  const events = async () => (await room()).events.length;

  await test.step("Given who comes: two by a key, one by a tap on the tablet, and one does not", async () => {
    await enter(desk, evening, 1);
    await enter(beside, evening, 1);
    await expect(rowAt(desk, 0)).toHaveAttribute("aria-selected", "true");
    await desk.keyboard.press("a");
    await expect(rowAt(desk, 1)).toHaveAttribute("aria-selected", "true");
    await desk.keyboard.press("v");
    await rowAt(beside, 2)
      .getByRole("button", { name: /^Arrive/ })
      .tap();
    await expect(rowAt(desk, 2)).toContainText(/Room \d/);
    await expect(rowAt(beside, 1)).toContainText(/Video \d/);
    await tabTo(desk, desk.getByRole("rowgroup").locator("[aria-selected=true]"));
    for (let step = 0; step < 4; step += 1) await desk.keyboard.press("ArrowDown");
    await expect(rowAt(desk, 3)).toHaveAttribute("aria-selected", "true");
    await desk.keyboard.press("n");
    await desk.keyboard.press("1");
    await expect(rowAt(beside, 3)).toContainText("No call");
    await expect.poll(events).toBe(4);
  });

  await test.step("And a break, called on the tablet and ended by a key", async () => {
    await enter(beside, evening, 60);
    await beside.keyboard.press("b");
    await expect.poll(events).toBe(5);
    await enter(desk, evening, 70);
    await expect(desk.getByRole("button", { name: /^End break/ })).toBeVisible();
    await desk.keyboard.press("b");
    await expect.poll(events).toBe(6);
  });

  await test.step("And on the way home one of them checks in on the phone", async () => {
    const member = await givePhone(desk, evening.members);
    const hand = await openBrowser(null, phone);
    await signInByCode(hand, member.email);
    await hand.getByRole("link", { name: "Check in, 2 minutes" }).tap();
    for (let number = 1; number <= 8; number += 1) {
      await expect(hand.getByText(`Question ${number} of`)).toBeVisible();
      await hand.getByRole("button", { name: "Several days", exact: true }).tap();
    }
    await hand.getByRole("button", { name: "Not at all", exact: true }).tap();
    await hand.getByRole("button", { name: "Not difficult at all", exact: true }).tap();
    await expect(hand.getByRole("heading", { name: "Thank you", exact: true })).toBeVisible();
    const { rows } = await ask(desk, listMeasures, { patientId: member.patientId });
    expect(rows[0]?.score).toBe(8);
  });

  await test.step("When the desk writes and signs without a mouse", async () => {
    await enter(desk, evening, 184);
    await writeByKeyboard(desk);
    await expect(desk.getByText("3 of 3 ready")).toBeVisible();
    await desk.keyboard.press("Control+Enter");
    const confirm = desk.getByRole("dialog", { name: "Confirm that it is you" });
    await tabTo(desk, confirm.getByLabel("Password", { exact: true }));
    await desk.keyboard.insertText(demoPassword);
    await desk.keyboard.press("Enter");
    await expect(desk.getByText("3 signed", { exact: true })).toBeVisible();
    await expect(rowAt(beside, 0)).toContainText("Signed");
  });

  await test.step("Then next morning the biller reads what the evening bills, line by line, and no note is missing", async () => {
    const biller = await openBrowser(people.biller);
    await setClock(biller, minutesIn(evening, halfPastEight));
    await biller.goto(`/staff/billing/sessions/${evening.sessionId}`);
    await expect(
      biller.getByRole("heading", { level: 1, name: /^What would .+ bill\?$/ }),
    ).toBeVisible();
    const { rows } = await room();
    const list = biller.getByRole("list", { name: "Who was in it" });
    for (const { name } of rows.slice(0, 3))
      await expect(list).toContainText(name.split(" ").at(-1) ?? name);
    await expect(list).not.toContainText(/No note|Note not signed/);
  });
});

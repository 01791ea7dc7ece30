import { Temporal } from "temporal-polyfill";
import type { Locator, Page } from "@playwright/test";
import { confirmSession } from "#domain/access/session.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import { joinSeries, withdrawMembership } from "#domain/scheduling/membership.api.ts";
import { createSeries } from "#domain/scheduling/series.api.ts";
import { cancelSession, listSessions, readSession } from "#domain/scheduling/session.api.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import {
  arriveAt,
  enter,
  isKept,
  isThere,
  roomOf,
  rowAt,
  tablet,
  topicOf,
  turnTo,
} from "./dark-room.ts";
import { daysAgo, quietDay, planEvening, type Evening } from "./evening.ts";
import { ask, expect, own, people, test } from "./journey.ts";

test.use({ serviceWorkers: "allow" });

const lineAt = (page: Page, at: number): Locator =>
  rowAt(page, at).getByRole("textbox", { name: /^Line of/ });

/** Writes the line of somebody: the row opens as its name is tapped. */
const writeLine = async (page: Page, at: number, words: string): Promise<void> => {
  await rowAt(page, at)
    .getByText(/^Week \d+ · /)
    .click();
  await lineAt(page, at).fill(words);
};

/** A sentence at the top of the room, with what was to be said and for whom. */
const refusal = (page: Page, sentence: string): Locator =>
  page.getByRole("main").getByText(sentence, { exact: false });

/** A reload shows what is left: the device forgets a moment after the screen does. */
const isForgotten = (page: Page, isLeft: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.reload();
    await isLeft();
  }).toPass({ timeout: 20_000 });

const shared = {
  topic: "Whom to call",
  curriculum: null,
  interventions: ["Relapse prevention"],
  whatWeDid: "Made lists of numbers, in pairs.",
  howItWent: "Quiet at first, then busy.",
  nextTime: null,
};

/** Signs the note of the first person, as it stands at the server. */
const signFirst = async (page: Page, evening: Evening): Promise<void> => {
  const { sessionId } = evening;
  const room = await roomOf(page, evening);
  const [row] = room.rows;
  await ask(page, confirmSession, { password: demoPassword });
  await ask(page, signSession, {
    sessionId,
    shared: { fields: shared, revision: room.shared.draft.revision },
    rows: [
      {
        patientId: row?.patientId ?? "",
        objectiveId: row?.objectives[0]?.id ?? "",
        participation: "active",
        response: "shared",
        progress: "up",
        risk: "none-noted",
        nextStep: null,
        sentence: "Named three people whom he can call before the weekend.",
        attendanceVersion: row?.attendance.version ?? 0,
        revision: row?.draft.revision ?? 0,
      },
    ],
  });
};

test("signed meanwhile: the words of the dark tablet stay on it, and lead to the note", async ({
  openBrowser,
}) => {
  test.setTimeout(60_000);
  const desk = await openBrowser(people.therapist);
  const far = await openBrowser(people.supervisor, tablet);
  const evening = await planEvening(desk, {
    name: own("Signed meanwhile"),
    daysAgo: quietDay(4),
    startsAtWall: "07:00",
    minutes: 60,
    leader: "Okonjo",
    count: 2,
  });
  await enter(far, evening, 30);
  const [first, second] = (await roomOf(far, evening)).rows;
  const theirs = "Left his list on the table and asked for another copy.";

  await test.step("Given lines of two people, written on a tablet without a network", async () => {
    await arriveAt(far, 0).click();
    await arriveAt(far, 1).click();
    await expect.poll(async () => (await roomOf(desk, evening)).events.length).toBe(2);
    await far.context().setOffline(true);
    await writeLine(far, 0, theirs);
    await writeLine(far, 1, "Asked twice how to say no.");
    await isKept(far, /2 changes wait on this device/);
    await signFirst(desk, evening);
  });

  await test.step("When the network is back, the one is said in a sentence and the other arrives", async () => {
    await far.context().setOffline(false);
    await expect(refusal(far, "This was signed meanwhile.")).toBeVisible({ timeout: 20_000 });
    await expect(refusal(far, "This was signed meanwhile.")).toContainText(
      `Kept on this device for ${first?.name}: “${theirs}”`,
    );
    await expect
      .poll(async () => {
        const { rows } = await roomOf(desk, evening);
        const row = rows.find(({ patientId }) => patientId === second?.patientId);
        return row?.draft.fields.sentence?.value;
      })
      .toBe("Asked twice how to say no.");
  });

  await test.step("Then a reload keeps it, the note is one step away, and what is set aside is gone", async () => {
    await far.reload();
    await isThere(far);
    await expect(refusal(far, "This was signed meanwhile.")).toContainText(
      `for ${first?.name}: “${theirs}”`,
    );
    // Beside the sentence; the row, further down, has one of its own.
    await far.getByRole("link", { name: "Open the note" }).first().click();
    await expect(far).toHaveURL(/\/staff\/notes\//);
    await far.goBack();
    await expect(refusal(far, "This was signed meanwhile.")).toContainText(theirs);
    await far.getByRole("button", { name: "Set it aside" }).click();
    await expect(refusal(far, "This was signed meanwhile.")).toHaveCount(0);
    await isForgotten(far, async () => {
      await isThere(far);
      await expect(refusal(far, "This was signed meanwhile.")).toHaveCount(0, { timeout: 2_000 });
    });
  });
});

test("called off meanwhile: what was entered is kept and shown until a person lets it go", async ({
  openBrowser,
}) => {
  test.setTimeout(60_000);
  const desk = await openBrowser(people.director);
  const far = await openBrowser(people.supervisor, tablet);
  const evening = await planEvening(desk, {
    name: own("Called off meanwhile"),
    daysAgo: quietDay(4),
    startsAtWall: "09:00",
    minutes: 60,
    leader: "Okonjo",
    count: 2,
  });
  await enter(far, evening, 5);
  const [first] = (await roomOf(far, evening)).rows;
  const sentence =
    "This session was called off. What you entered is kept here until you let it go.";

  await test.step("Given an arrival and a topic on a tablet without a network", async () => {
    await far.context().setOffline(true);
    await arriveAt(far, 0).click();
    await turnTo(far, /^Shared note/);
    await topicOf(far).fill("Saying no at work");
    await isKept(far, /2 changes wait on this device/);
    const { sessionId } = evening;
    const { version } = await ask(desk, readSession, { sessionId });
    await ask(desk, cancelSession, { sessionId, version, reason: "The heating failed." });
  });

  await test.step("When the network is back, both are said, one after the other, and a reload loses neither", async () => {
    await far.context().setOffline(false);
    await expect(refusal(far, sentence)).toContainText(`Kept on this device for ${first?.name}: `, {
      timeout: 20_000,
    });
    await far.reload();
    await expect(refusal(far, sentence)).toContainText(`for ${first?.name}: `);
    await expect(
      far.getByText("It counts as an absence for nobody, and nothing is written or billed for it."),
    ).toBeVisible();
    await far.getByRole("button", { name: "Set it aside" }).click();
    await expect(refusal(far, sentence)).toContainText("“Saying no at work”");
    await isForgotten(far, () =>
      expect(refusal(far, sentence)).toContainText("“Saying no at work”", { timeout: 5_000 }),
    );
  });

  await test.step("Then a person lets go of the rest, and nothing of it was taken", async () => {
    await far.getByRole("button", { name: "Set it aside" }).click();
    await expect(refusal(far, sentence)).toHaveCount(0);
    const { events, shared: said } = await roomOf(desk, evening);
    expect(events).toEqual([]);
    expect(said.draft.fields.topic).toBeUndefined();
  });
});

test("the seat is gone meanwhile: it is given back, and what was recorded and written arrives", async ({
  openBrowser,
}) => {
  test.setTimeout(60_000);
  const desk = await openBrowser(people.director);
  const far = await openBrowser(people.therapist, tablet);
  const name = own("Seat gone");
  const day = daysAgo(quietDay(4));
  const model = await planEvening(desk, {
    name: own("Beside it"),
    daysAgo: quietDay(4),
    startsAtWall: "11:00",
    minutes: 30,
    leader: "Okonjo",
    count: 2,
  });
  const plan = await ask(desk, readSession, { sessionId: model.sessionId });
  const series = await ask(desk, createSeries, {
    name,
    programId: plan.program.id,
    activityTypeId: plan.activity.id,
    siteId: plan.site.id,
    weekdays: [Temporal.PlainDate.from(day).dayOfWeek],
    startsAtWall: "12:00",
    minutes: 60,
    startsOn: day,
    endsOn: day,
    capacity: 8,
    hasVideo: true,
    facilitators: plan.facilitators.map(({ staffId, role }) => ({ staffId, role })),
  });
  const join = (at: number) =>
    ask(desk, joinSeries, {
      seriesId: series.id,
      patientId: model.members[at]?.patientId ?? "",
      enrollmentId: model.members[at]?.enrollmentId ?? "",
      startsOn: day,
    });
  const memberships = [await join(0), await join(1)];
  const { rows: sessions } = await ask(desk, listSessions, { from: day, to: day });
  const session = sessions.find((one) => one.name === name);
  if (session === undefined) throw new Error("The group has no session.");
  const evening: Evening = { ...model, ...session, sessionId: session.id };
  await enter(far, evening, 4);
  const [first, second] = (await roomOf(far, evening)).rows;
  const sentence = "This person is not in this session.";

  await test.step("Given two who come to a room without a network, and one of them loses the seat", async () => {
    await far.context().setOffline(true);
    await arriveAt(far, 0).click();
    await arriveAt(far, 1).click();
    await writeLine(far, 0, "Brought her own list of whom to call.");
    await isKept(far, /3 changes wait on this device/);
    const lost = memberships.find(({ patientId }) => patientId === first?.patientId);
    if (lost === undefined) throw new Error("The first is no member.");
    const { id: membershipId, version } = lost;
    await ask(desk, withdrawMembership, { membershipId, version, reason: "Another group." });
  });

  await test.step("When the network is back, the other arrives, and hers is kept with her name", async () => {
    await far.context().setOffline(false);
    await expect(refusal(far, sentence)).toContainText(`Kept on this device for ${first?.name}: `, {
      timeout: 20_000,
    });
    await expect
      .poll(async () => (await roomOf(desk, evening)).events.map(({ patientId }) => patientId))
      .toEqual([second?.patientId]);
    await far.reload();
    await expect(refusal(far, sentence)).toContainText(`for ${first?.name}: `);
  });

  await test.step("Then she is seated as a guest, and all that was entered of her arrives", async () => {
    await far.getByRole("button", { name: "Seat as a guest and enter it" }).click();
    await expect
      .poll(async () => (await roomOf(desk, evening)).events.length, { timeout: 20_000 })
      .toBe(2);
    await expect(refusal(far, sentence)).toHaveCount(0);
    await expect
      .poll(async () => {
        const { rows } = await roomOf(desk, evening);
        const row = rows.find(({ patientId }) => patientId === first?.patientId);
        return row?.draft.fields.sentence?.value;
      })
      .toBe("Brought her own list of whom to call.");
  });
});

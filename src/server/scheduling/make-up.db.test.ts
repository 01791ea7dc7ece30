import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishHourRule } from "#domain/programs/hour-rule.api.ts";
import {
  addAttendee,
  correctAttendance,
  listAttendanceEvents,
} from "#domain/scheduling/attendance.api.ts";
import { readHours } from "#domain/scheduling/hours.api.ts";
import { listMissedSeats } from "#domain/scheduling/seat.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import {
  eventAt,
  openScheduleHouse,
  tonight,
  type ScheduleHouse,
} from "#test/support/schedule-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

type Someone = { readonly patientId: string; readonly enrollmentId: string };

const oneDay = 24 * 60;
let house: ScheduleHouse;
let director: TestPerson;
let people: readonly Someone[];
let thursday: string;
let friday: string;
let saturday: string;

const at = (place: number): Someone => {
  const one = people[place];
  if (one === undefined) throw new Error("nobody there");
  return one;
};

/** A group of one evening, led by somebody of its own, and its session of this week. */
const groupOn = async (weekday: number, day: string): Promise<string> => {
  const { staffId } = await house.worker("therapist", `Given${weekday}`, `Lead${weekday}`);
  const { id: seriesId } = await house.series({
    name: `Group ${weekday}`,
    weekdays: [weekday],
    roomId: null,
    facilitators: [{ staffId, role: "lead" }],
  });
  const asked = { from: day, to: day, seriesId };
  const [session] = (await house.done(house.lead, listSessions, asked)).rows;
  return session?.id ?? "";
};

const ruleFacts = (facts: object) => ({
  levelOfCareId: house.levelId,
  population: "adult" as const,
  name: "IOP 9 hours",
  floorMinutes: 540,
  adolescentBelowAge: 18,
  week: "monday" as const,
  source: "Payer manual 9.1",
  effectiveFrom: "2026-11-19",
  ...facts,
});

beforeAll(async () => {
  house = await openScheduleHouse();
  director = await house.product.addPerson(house.here, ["director"]);
  const evening = await house.series();
  people = await house.members(evening.id, 3);
  friday = await groupOn(5, "2026-11-20");
  saturday = await groupOn(6, "2026-11-21");
  await house.moveTo(tonight);
  thursday = (await house.tonight(evening.id)).id;
  await house.record(
    thursday,
    people.map(({ patientId }) => eventAt(0, "absent", patientId, { reason: "work" })),
  );
});
afterAll(() => house.product.close());

const missedOf = async (who: Someone) =>
  (await house.done(house.supervisor, listMissedSeats, who)).rows;
const seat = (sessionId: string, who: Someone, makesUpFor?: string) => ({
  sessionId,
  ...who,
  kind: "make-up" as const,
  ...(makesUpFor === undefined ? {} : { makesUpFor }),
});
const hoursOf = async ({ patientId }: Someone, on: string) => {
  const [week] = (await house.done(director, readHours, { patientId, on })).rows;
  if (week === undefined) throw new Error("no week");
  return {
    deliveredMinutes: week.deliveredMinutes,
    creditedMinutes: week.creditedMinutes,
    overLimitMinutes: week.days.reduce((sum, day) => sum + day.overLimitMinutes, 0),
  };
};
const comesOn = (sessionId: string, days: number, { patientId }: Someone) =>
  house.record(sessionId, [eventAt(days * oneDay, "arrive", patientId, { mode: "room" })]);

describe("what a make-up is for", () => {
  test("is chosen from what the stay missed, and made up for once", async () => {
    const [missed, ...more] = await missedOf(at(0));
    expect(more).toEqual([]);
    expect(missed).toMatchObject({ name: "Evening group", status: "excused" });
    const makesUpFor = missed?.attendanceId ?? "";
    const { attendances } = await house.done(
      house.supervisor,
      addAttendee,
      seat(friday, at(0), makesUpFor),
    );
    expect(attendances).toMatchObject([{ kind: "make-up", makesUpFor, isOverLimit: false }]);
    expect(await missedOf(at(0))).toEqual([]);
    const again = seat(saturday, at(0), makesUpFor);
    expect(await house.refused(house.supervisor, addAttendee, again)).toMatchObject({
      status: 409,
      code: "nothing-missed",
      fields: { makesUpFor: { code: "not-missed" } },
    });
    await house.done(house.supervisor, addAttendee, seat(saturday, at(0)));
  });

  test("is refused where it was another's, where nobody missed it, and of a guest", async () => {
    const [missed] = await missedOf(at(1));
    const makesUpFor = missed?.attendanceId ?? "";
    for (const input of [
      seat(friday, at(2), makesUpFor),
      seat(friday, at(1), newId()),
      { ...seat(friday, at(1), makesUpFor), kind: "guest" as const },
    ])
      expect(await house.refused(house.supervisor, addAttendee, input)).toMatchObject({
        code: "nothing-missed",
      });
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"]);
    expect(await house.refused(stranger, listMissedSeats, at(1))).toMatchObject({ status: 404 });
  });

  test("is one seat even when two give it at once", async () => {
    const makesUpFor = (await missedOf(at(1)))[0]?.attendanceId ?? "";
    const answers = await Promise.allSettled([
      house.done(house.supervisor, addAttendee, seat(friday, at(1), makesUpFor)),
      house.done(house.supervisor, addAttendee, seat(saturday, at(1), makesUpFor)),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await house.product.ownerPool.query(
      "select id from stepwell.attendance where makes_up_for = $1",
      [makesUpFor],
    );
    expect(rows).toHaveLength(1);
  });
});

describe("the most make-ups of a week", () => {
  test("is a number of the hour rule, or nothing", async () => {
    for (const mostMakeUps of [-1, 15, 1.5])
      expect(
        await house.refused(director, publishHourRule, ruleFacts({ mostMakeUps })),
      ).toMatchObject({ status: 400, fields: { mostMakeUps: {} } });
    const published = await house.done(director, publishHourRule, ruleFacts({ mostMakeUps: 1 }));
    expect(published).toMatchObject({ mostMakeUps: 1, source: "Payer manual 9.1" });
  });

  test("credits the first of the week, whichever was written down first, and keeps what was delivered", async () => {
    await house.moveTo("2026-11-22T05:00:00Z");
    await comesOn(saturday, 2, at(0));
    const whole = { deliveredMinutes: 180, creditedMinutes: 180, overLimitMinutes: 0 };
    expect(await hoursOf(at(0), "2026-11-21")).toEqual(whole);
    await comesOn(friday, 1, at(0));
    expect(await hoursOf(at(0), "2026-11-21")).toEqual({
      deliveredMinutes: 360,
      creditedMinutes: 180,
      overLimitMinutes: 180,
    });
    const { rows } = await house.product.ownerPool.query(
      `select a.session_id, g.not_credited_because as because from stepwell.attendance a
        join stepwell.attendance_segment g on g.organization_id = a.organization_id and g.attendance_id = a.id
       where a.patient_id = $1 order by g.starts_at`,
      [at(0).patientId],
    );
    expect(rows).toEqual([
      { session_id: friday, because: null },
      { session_id: saturday, because: "make-up-over-limit" },
    ]);
    // Put right, the first was no coming: the second is the one that counts.
    const { rows: events } = await house.done(house.lead, listAttendanceEvents, {
      sessionId: friday,
    });
    const arrival = events.find(({ patientId }) => patientId === at(0).patientId);
    await house.done(house.supervisor, correctAttendance, {
      sessionId: friday,
      why: "Somebody else of that name",
      events: [eventAt(oneDay, "strike", at(0).patientId, { correctsId: arrival?.id ?? null })],
    });
    expect(await hoursOf(at(0), "2026-11-21")).toEqual(whole);
  });
});

test("a long row of make-ups is made anew one by one, each once", { timeout: 20_000 }, async () => {
  const { staffId } = await house.worker("therapist", "Daily", "Lead");
  const { id: seriesId } = await house.series({
    name: "Daily group",
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    startsOn: "2026-11-23",
    startsAtWall: "08:00",
    roomId: null,
    facilitators: [{ staffId, role: "lead" }],
  });
  const span = { from: "2026-11-23", to: "2026-12-13", seriesId };
  const { rows } = await house.done(house.lead, listSessions, span);
  expect(rows).toHaveLength(21);
  for (const { id } of rows) await house.done(house.supervisor, addAttendee, seat(id, at(2)));
  await house.moveTo("2026-12-14T05:00:00Z");
  const comes = (session: (typeof rows)[number] | undefined) =>
    house.record(session?.id ?? "", [
      eventAt(0, "arrive", at(2).patientId, { mode: "room", occurredAt: session?.startsAt ?? "" }),
    ]);
  // The last days first: each that comes before takes the credit of its week, and the others lose theirs.
  for (const session of rows.toReversed()) await comes(session);
  const credited = await house.product.ownerPool.query<{ day: string }>(
    `select service_date as day from stepwell.attendance
      where patient_id = $1 and session_id = any($2::uuid[]) and credited_minutes > 0 order by 1`,
    [at(2).patientId, rows.map(({ id }) => id)],
  );
  expect(credited.rows.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-30", "2026-12-07"]);
});

import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  addAttendee,
  correctAttendance,
  listAttendanceEvents,
  recordAttendance,
} from "#domain/scheduling/attendance.api.ts";
import { cancelSession, createSession, readSession } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
let sessionId: string;
let people: { patientId: string; enrollmentId: string }[];
const who = (n: number): string => people[n]?.patientId ?? "";

beforeAll(async () => {
  house = await openScheduleHouse();
  const series = await house.series();
  people = await house.members(series.id, 12);
  sessionId = (await house.tonight(series.id)).id;
  await house.moveTo("2026-11-20T04:10:00Z");
});
afterAll(() => house.product.close());

const minutesOf = async (patientId: string): Promise<Record<string, unknown> | undefined> => {
  const { rows } = await house.product.ownerPool.query<Record<string, unknown>>(
    `select status, delivered_minutes, credited_minutes, version from stepwell.attendance where session_id = $1 and patient_id = $2`,
    [sessionId, patientId],
  );
  return rows[0];
};

describe("an evening of twelve", () => {
  it("comes to minutes by its events, told once or twice, in any order", async () => {
    const events = [
      ...[0, 1, 2, 3].map((n) => eventAt(-3, "arrive", who(n))),
      eventAt(20, "arrive", who(4)),
      eventAt(-1, "arrive", who(5), { mode: "video" }),
      eventAt(30, "failure-start", who(5)),
      eventAt(43, "failure-end", who(5)),
      eventAt(0, "arrive", who(6)),
      eventAt(125, "leave", who(6), { reason: "work" }),
      eventAt(15, "absent", who(7), { reason: "no-call" }),
      eventAt(60, "break-start", null),
      eventAt(70, "break-end", null),
    ];
    const ledger = await house.record(sessionId, events.toReversed());
    expect(ledger.attendances).toHaveLength(12);
    expect(ledger.recorded).toHaveLength(events.length);
    expect(ledger.breaks).toHaveLength(1);
    expect(await minutesOf(who(0))).toMatchObject({ status: "present", credited_minutes: 170 });
    expect(await minutesOf(who(4))).toMatchObject({ status: "late", credited_minutes: 150 });
    expect(await minutesOf(who(5))).toMatchObject({ status: "present", credited_minutes: 157 });
    expect(await minutesOf(who(6))).toMatchObject({ status: "left-early", credited_minutes: 115 });
    expect(await minutesOf(who(7))).toMatchObject({ status: "absent", credited_minutes: 0 });
    expect(await minutesOf(who(8))).toMatchObject({ status: "expected", version: 1 });
    const again = await house.record(sessionId, events);
    expect(again.repeated).toHaveLength(events.length);
    expect(again.attendances).toEqual(ledger.attendances);
  });

  it("tells the state of the session, and how many were there", async () => {
    const session = await house.done(house.lead, readSession, { sessionId });
    expect(session).toMatchObject({ expectedCount: 12, presentCount: 7, state: "ended" });
  });

  it("keeps an arrival after the end and says that it earns nothing", async () => {
    const late = eventAt(185, "arrive", who(8));
    const ledger = await house.record(sessionId, [late]);
    expect(ledger.remarks).toEqual([{ eventId: late.id, code: "after-end" }]);
    expect(await minutesOf(who(8))).toMatchObject({ credited_minutes: 0 });
  });

  it("marks what is heard late as offline, with its true time", async () => {
    const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
    const first = rows.find((event) => event.patientId === who(0));
    expect(first).toMatchObject({ source: "offline", receivedAt: "2026-11-20T04:10:00Z" });
    expect(new Date(first?.occurredAt ?? "").toISOString()).toBe("2026-11-20T00:57:00.000Z");
  });

  it("credits once what two sessions at once would have credited twice", async () => {
    const individual = await house.done(house.lead, createSession, {
      name: "Individual",
      siteId: house.siteId,
      programId: house.programId,
      activityTypeId: house.individualTypeId,
      day: "2026-11-19",
      startsAtWall: "19:00",
      minutes: 50,
      facilitators: [{ staffId: await house.staff("Rosa", "Delacroix"), role: "lead" }],
      attendees: [people[3] ?? { patientId: "", enrollmentId: "" }],
    });
    await house.record(individual.id, [eventAt(60, "arrive", who(3))]);
    expect(await minutesOf(who(3))).toMatchObject({
      delivered_minutes: 180,
      credited_minutes: 130,
    });
    const { rows } = await house.product.ownerPool.query<{ minutes: string }>(
      "select sum(extract(epoch from ends_at - starts_at)) / 60 as minutes from stepwell.attendance_segment where patient_id = $1 and is_credited",
      [who(3)],
    );
    expect(Number(rows[0]?.minutes)).toBe(180);
    // Struck again, the group has its minutes back.
    const { rows: events } = await house.done(house.lead, listAttendanceEvents, {
      sessionId: individual.id,
    });
    await house.record(individual.id, [
      eventAt(61, "strike", who(3), { correctsId: events[0]?.id ?? null }),
    ]);
    expect(await minutesOf(who(3))).toMatchObject({ credited_minutes: 170 });
  });

  it("loses nothing when two recorders write at once", async () => {
    const both = [9, 10, 11].flatMap((n) => [
      house.product.call(house.lead, recordAttendance, {
        sessionId,
        events: [eventAt(n, "arrive", who(n))],
      }),
      house.product.call(house.lead, recordAttendance, {
        sessionId,
        events: [eventAt(150 + n, "leave", who(n)), eventAt(100 + n, "break-start", null)],
      }),
      house.product.call(house.lead, recordAttendance, {
        sessionId,
        events: [eventAt(105 + n, "break-end", null)],
      }),
    ]);
    const answers = await Promise.all(both);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    // Breaks 18:00+109..114, 110..115, 111..116 make one of 109..114 and what follows: made anew from all events.
    const { rows: stored } = await house.product.ownerPool.query(
      "select patient_id, credited_minutes, version from stepwell.attendance where session_id = $1 order by patient_id",
      [sessionId],
    );
    const ledger = await house.record(sessionId, [eventAt(109, "break-start", null)]);
    const after = await house.product.ownerPool.query(
      "select patient_id, credited_minutes, version from stepwell.attendance where session_id = $1 order by patient_id",
      [sessionId],
    );
    expect(ledger.attendances).toHaveLength(12);
    expect(after.rows).toEqual(stored);
  });
});

describe("a correction", () => {
  it("keeps what was written, says why, and moves the minutes", async () => {
    await house.moveTo("2026-11-20T18:00:00Z");
    const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
    const wrong = rows.find((event) => event.patientId === who(4) && event.kind === "arrive");
    const right = eventAt(2, "arrive", who(4), { correctsId: wrong?.id ?? null });
    expect(
      await house.refused(house.lead, recordAttendance, { sessionId, events: [right] }),
    ).toMatchObject({ status: 409, code: "correct-with-reason" });
    const takenBack = { kind: "strike", correctsId: wrong?.id ?? null } as const;
    const nextDay = eventAt(14 * 60, "strike", who(4), takenBack);
    expect(
      await house.refused(house.lead, recordAttendance, { sessionId, events: [nextDay] }),
    ).toMatchObject({ status: 409, code: "correct-with-reason" });
    const before = await minutesOf(who(4));
    await house.done(house.lead, correctAttendance, {
      sessionId,
      why: "Came at 6:02",
      events: [right],
    });
    const after = await minutesOf(who(4));
    expect(Number(after?.["credited_minutes"])).toBe(Number(before?.["credited_minutes"]) + 18);
    expect(after).toMatchObject({ status: "present", version: Number(before?.["version"]) + 1 });
    const traced = await house.done(house.lead, listAttendanceEvents, { sessionId });
    expect(traced.rows).toHaveLength(rows.length + 1);
    expect(traced.rows.at(-1)).toMatchObject({ source: "late-entry", why: "Came at 6:02" });
    const second = { ...right, id: newId() };
    expect(
      await house.refused(house.lead, correctAttendance, {
        sessionId,
        why: "again",
        events: [second],
      }),
    ).toMatchObject({ code: "already-corrected" });
  });
});

describe("what cannot be", () => {
  const refused = async (events: Parameters<ScheduleHouse["record"]>[1]) =>
    (await house.refused(house.lead, recordAttendance, { sessionId, events: [...events] })).code;

  it("is refused with its reason, and nothing of it stays", async () => {
    const guest = await house.stay("Nadia", "Okoro-Lindqvist", null);
    const count = () =>
      house.product.ownerPool.query("select count(*) as n from stepwell.attendance_event");
    const before = (await count()).rows;
    expect(await refused([eventAt(0, "arrive", guest.patientId)])).toBe("not-on-roster");
    expect(await refused([eventAt(0, "arrive", null)])).toBe("event-of-nobody");
    expect(await refused([eventAt(0, "end", who(0))])).toBe("event-of-nobody");
    expect(await refused([eventAt(0, "mode", who(0))])).toBe("mode-missing");
    expect(await refused([eventAt(60 * 24, "leave", who(0))])).toBe("event-ahead");
    expect(await refused([eventAt(-300, "arrive", who(0))])).toBe("session-ahead");
    expect(await refused([eventAt(0, "strike", who(0), { correctsId: newId() })])).toBe(
      "event-unknown",
    );
    expect((await count()).rows).toEqual(before);
  });

  it("like a member seated twice, a full room, somebody of another organization", async () => {
    const [first] = people;
    if (first === undefined) throw new Error("nobody");
    expect(
      await house.refused(house.lead, addAttendee, { sessionId, ...first, kind: "guest" }),
    ).toMatchObject({ status: 409, code: "already-on-roster" });
    const guests = [
      await house.stay("Ines", "Vargas-Oduya", null),
      await house.stay("Tomas", "Brightwater", null),
      await house.stay("Yusuf", "Lindgren", null),
    ];
    const answers = [];
    for (const guest of guests)
      answers.push(
        await house.product.call(house.lead, addAttendee, { sessionId, ...guest, kind: "guest" }),
      );
    // Ten of twelve came or are expected: two seats are free.
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 409]);
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
    const events = [eventAt(0, "arrive", who(0))];
    expect(await house.refused(stranger, recordAttendance, { sessionId, events })).toMatchObject({
      status: 404,
    });
    const biller = await house.product.addPerson(house.here, ["biller"], "Bo Biller");
    expect(await house.refused(biller, recordAttendance, { sessionId, events })).toMatchObject({
      status: 403,
    });
  });

  it("like cancelling a session that people were in", async () => {
    const { version } = await house.done(house.lead, readSession, { sessionId });
    expect(
      await house.refused(house.supervisor, cancelSession, { sessionId, version, reason: "Snow" }),
    ).toMatchObject({ code: "somebody-was-there" });
  });
});

test("what a tablet without a network took back that evening counts when it is heard the next day", async () => {
  const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
  const wrong = rows.find((event) => event.patientId === who(3) && event.kind === "arrive");
  const takenBack = { correctsId: wrong?.id ?? null };
  await house.record(sessionId, [eventAt(4, "strike", who(3), takenBack)]);
  expect(await minutesOf(who(3))).toMatchObject({ status: "expected", credited_minutes: 0 });
});

test("who was there is not believed without a reason a month and a half later", async () => {
  await house.moveTo("2027-01-02T18:00:00Z");
  await house.record(sessionId, [eventAt(0, "arrive", who(9))]);
  await house.moveTo("2027-01-05T18:00:00Z");
  const arrived = eventAt(0, "arrive", who(3));
  expect(
    await house.refused(house.lead, recordAttendance, { sessionId, events: [arrived] }),
  ).toMatchObject({ status: 409, code: "correct-with-reason" });
  expect(await minutesOf(who(3))).toMatchObject({ credited_minutes: 0 });
  const why = "Found on the paper list of the evening";
  await house.done(house.lead, correctAttendance, { sessionId, events: [arrived], why });
  expect(await minutesOf(who(3))).toMatchObject({ status: "present", credited_minutes: 165 });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { addAttendee, listAttendanceEvents } from "#domain/scheduling/attendance.api.ts";
import { changeActivityType, readActivityType } from "#domain/programs/activity-type.api.ts";
import { changeSession, listSessions } from "#domain/scheduling/session.api.ts";
import {
  eventAt,
  openScheduleHouse,
  tonight,
  type ScheduleHouse,
} from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

test("somebody who comes after all, to a seat that was given away, is let in and told of", async () => {
  const series = await house.series({ capacity: 2 });
  const [first, second] = await house.members(series.id, 2);
  if (first === undefined || second === undefined) throw new Error("nobody there");
  await house.moveTo(tonight);
  const { id: sessionId } = await house.tonight(series.id);
  const arrives = (minute: number, { patientId }: { patientId: string }, mode: "room" | "video") =>
    eventAt(minute, "arrive", patientId, { mode });
  const full = await house.record(sessionId, [
    arrives(0, first, "room"),
    eventAt(0, "absent", second.patientId),
  ]);
  expect(full.remarks).toEqual([]);
  // Of two seats one is told absent; whoever leaves came and is not there any more.
  expect(await house.tonight(series.id)).toMatchObject({ expectedCount: 2, comingCount: 1 });
  await house.moveTo("2026-11-20T01:05:00Z");
  expect(await house.tonight(series.id)).toMatchObject({ presentCount: 1, hereCount: 1 });
  await house.record(sessionId, [eventAt(5, "leave", first.patientId)]);
  expect(await house.tonight(series.id)).toMatchObject({ presentCount: 1, hereCount: 0 });
  await house.record(sessionId, [arrives(5, first, "room")]);
  const guest = await house.stay("Gwen", "Guestley", null);
  await house.done(house.lead, addAttendee, { sessionId, ...guest, kind: "guest" });
  const third = await house.stay("Thea", "Thirdwell", null);
  const asked = { sessionId, ...third, kind: "guest" as const };
  expect(await house.refused(house.lead, addAttendee, asked)).toMatchObject({
    status: 409,
    code: "session-full",
  });
  await house.moveTo("2026-11-20T01:20:00Z");
  const seated = await house.record(sessionId, [arrives(10, guest, "room")]);
  expect(seated.remarks).toEqual([]);
  // The room and the video share the seats.
  const late = arrives(15, second, "video");
  const crowded = await house.record(sessionId, [late]);
  expect(crowded.remarks).toEqual([{ eventId: late.id, code: "crowded" }]);
  expect(crowded.attendances.filter(({ firstInAt }) => firstInAt !== null)).toHaveLength(3);
  const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
  expect(rows.map(({ id }) => id)).toContain(late.id);
  const again = await house.record(sessionId, [late]);
  expect(again).toMatchObject({ repeated: [late.id], remarks: [] });
});

test("a co-facilitator who calls out is told of when people come, and nobody is turned away", async () => {
  const { supervisor, groupTypeId } = house;
  const helperId = await house.staff("Ola", "Brandt");
  const type = await house.done(supervisor, readActivityType, { activityTypeId: groupTypeId });
  const ratio = { activityTypeId: groupTypeId, version: type.version, peoplePerFacilitator: 1 };
  const director = await house.product.addPerson(house.here, ["director"], "Dora Director");
  await house.done(director, changeActivityType, ratio);
  const facilitators = [
    { staffId: house.leadId, role: "lead" as const },
    { staffId: helperId, role: "co-facilitator" as const },
  ];
  const day = "2026-11-24";
  const plan = { weekdays: [2], startsAtWall: "10:00", minutes: 60, facilitators };
  const series = await house.series({ ...plan, name: "Morning group", roomId: null });
  const people = await house.members(series.id, 2);
  await house.moveTo("2026-11-24T17:00:00Z");
  const { rows } = await house.done(supervisor, listSessions, { from: day, to: day });
  const [session] = rows.filter((one) => one.series?.id === series.id);
  if (session === undefined) throw new Error("no session");
  expect(session.activity.peoplePerFacilitator).toBe(1);
  const arrive = (at: number) => {
    const occurredAt = `2026-11-24T17:0${at}:00Z`;
    return eventAt(0, "arrive", people[at]?.patientId ?? "", { mode: "room", occurredAt });
  };
  const first = await house.record(session.id, [arrive(0)]);
  expect(first.remarks).toEqual([]);
  await house.done(supervisor, changeSession, {
    sessionId: session.id,
    version: session.version + 1,
    facilitators: facilitators.slice(0, 1),
    why: "Called out sick.",
  });
  await house.moveTo("2026-11-24T17:05:00Z");
  const second = arrive(1);
  const told = await house.record(session.id, [second]);
  expect(told.remarks).toEqual([{ eventId: second.id, code: "over-ratio" }]);
  expect(told.attendances.filter(({ firstInAt }) => firstInAt !== null)).toHaveLength(2);
});

test.each([0, 101, 1.5])(
  "%s people for each facilitator are refused at the field",
  async (each) => {
    const asked = { activityTypeId: house.groupTypeId, version: 1, peoplePerFacilitator: each };
    const director = await house.product.addPerson(house.here, ["director"], "Dana Director");
    expect(await house.refused(director, changeActivityType, asked)).toMatchObject({
      status: 400,
      fields: { peoplePerFacilitator: {} },
    });
  },
);

import { afterAll, beforeAll, expect, test } from "vitest";
import { addAttendee, listAttendanceEvents } from "#domain/scheduling/attendance.api.ts";
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

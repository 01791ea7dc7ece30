import { afterAll, beforeAll, expect, it } from "vitest";
import { dischargePatient } from "#domain/admissions/enrollment.api.ts";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import { listMemberships } from "#domain/scheduling/membership.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

const sessionsOf = async (seriesId: string, from: string, to: string) =>
  (await house.done(house.supervisor, listSessions, { from, to, seriesId })).rows;

it("a stay that ends gives its seats back, and ends on no day before one on which the person was there", async () => {
  const series = await house.series();
  const [person] = await house.members(series.id, 1);
  const [monday] = await sessionsOf(series.id, "2026-11-16", "2026-11-16");
  if (monday === undefined) throw new Error("no session");
  const arrival = eventAt(0, "arrive", person?.patientId ?? "");
  await house.done(house.lead, correctAttendance, {
    sessionId: monday.id,
    why: "Forgotten",
    events: [{ ...arrival, occurredAt: monday.startsAt }],
  });
  expect(
    await house.refused(house.supervisor, dischargePatient, {
      enrollmentId: person?.enrollmentId ?? "",
      version: 1,
      endedOn: "2026-11-13",
      reason: "completed",
    }),
  ).toMatchObject({
    status: 409,
    code: "was-there-later",
    fields: { endedOn: { code: "was-there-later", values: { last: "2026-11-16" } } },
  });
  await house.done(house.supervisor, dischargePatient, {
    enrollmentId: person?.enrollmentId ?? "",
    version: 1,
    endedOn: "2026-11-19",
    reason: "completed",
  });
  const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
  expect(rows).toMatchObject([{ endsOn: "2026-11-19", endReason: "discharged" }]);
  const coming = await sessionsOf(series.id, "2026-11-20", "2026-12-10");
  expect(coming.map((one) => one.expectedCount)).toEqual(coming.map(() => 0));
});

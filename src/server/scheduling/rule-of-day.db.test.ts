import { afterAll, beforeAll, expect, it } from "vitest";
import {
  listAttendanceRules,
  publishAttendanceRule,
} from "#domain/programs/attendance-rule.api.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

it("counts a session by the rule of its day, which its rows then name, though they were seated under another", async () => {
  const series = await house.series();
  const [person] = await house.members(series.id, 1);
  const patientId = person?.patientId ?? "";
  const director = await house.product.addPerson(house.here, ["director"], "Dana Director");
  const today = await house.done(director, listAttendanceRules, {});
  const stricter = await house.done(director, publishAttendanceRule, {
    name: "An hour at least",
    graceMinutes: 0,
    breaksCount: false,
    minimumMinutes: 60,
    source: "Payer manual 7",
    effectiveFrom: "2026-11-19",
  });
  await house.moveTo("2026-11-20T04:30:00Z");
  const session = await house.tonight(series.id);
  const { attendances } = await house.record(session.id, [
    eventAt(0, "arrive", patientId, { mode: "room" }),
    eventAt(59, "leave", patientId),
  ]);
  expect(attendances).toMatchObject([{ deliveredMinutes: 59, creditedMinutes: 0 }]);
  const { rows } = await house.product.ownerPool.query<{ rule: string; day: string }>(
    "select attendance_rule_id as rule from stepwell.attendance where organization_id = $1 and patient_id = $2 and session_id = $3",
    [house.here.organizationId, patientId, session.id],
  );
  expect(rows).toEqual([{ rule: stricter.id }]);
  expect(today.rows[0]?.id).not.toBe(stricter.id);
});

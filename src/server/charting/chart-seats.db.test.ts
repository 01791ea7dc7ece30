import { afterAll, beforeAll, expect, test } from "vitest";
import { readChart } from "#domain/charting/chart.api.ts";
import { joinSeries, leaveSeries, withdrawMembership } from "#domain/scheduling/membership.api.ts";
import { chartRoutes } from "#server/charting/chart.routes.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: ScheduleHouse;
let nurse: TestPerson;
beforeAll(async () => {
  house = await openScheduleHouse(chartRoutes);
  nurse = await house.worker("nurse", "Nina", "Nurse");
});
afterAll(() => house.product.close());

const groupOf = (name: string, startsAtWall: string) =>
  house.series({ name, startsAtWall, minutes: 60 });

const seatsOf = async (patientId: string, person = house.supervisor) =>
  (await house.done(person, readChart, { patientId })).seats;

test("a chart names the groups in which the stay has a seat, and none that is over or was taken back", async () => {
  const { patientId, enrollmentId } = await house.stay("Ines", "Carvalho", null);
  const stay = { patientId, enrollmentId };
  expect(await seatsOf(patientId)).toEqual([]);
  const [skills, later, left, wrong] = [
    await groupOf("Skills", "07:00"),
    await groupOf("Relapse prevention", "08:00"),
    await groupOf("Mornings", "09:00"),
    await groupOf("Meant for another", "10:00"),
  ];
  const join = (seriesId: string, startsOn: string) =>
    house.done(house.supervisor, joinSeries, { ...stay, seriesId, startsOn });
  await join(skills.id, "2026-11-09");
  await join(later.id, "2026-11-30");
  const { id: endedId } = await join(left.id, "2026-11-09");
  await house.done(house.supervisor, leaveSeries, {
    membershipId: endedId,
    version: 1,
    lastDay: "2026-11-18",
    reason: "left",
  });
  const { id: wrongId } = await join(wrong.id, "2026-11-09");
  await house.done(house.supervisor, withdrawMembership, {
    membershipId: wrongId,
    version: 1,
    reason: "Meant somebody of the same name",
  });
  expect(await seatsOf(patientId)).toMatchObject([
    { enrollmentId, seriesName: "Skills", startsOn: "2026-11-09", endsOn: null },
    { enrollmentId, seriesName: "Relapse prevention", startsOn: "2026-11-30", endsOn: null },
  ]);
});

test("whoever does not see a stay is not told of its groups", async () => {
  const { patientId, enrollmentId } = await house.stay("Juniper", "Ellsworth", null);
  const { id: seriesId } = await groupOf("Trauma", "11:00");
  const seat = { seriesId, patientId, enrollmentId, startsOn: "2026-11-09" };
  await house.done(house.supervisor, joinSeries, seat);
  expect(await seatsOf(patientId, nurse)).toHaveLength(1);
  await house.product.ownerPool.query(
    "update stepwell.enrollment set label = 'restricted' where organization_id = $1 and id = $2",
    [house.here.organizationId, enrollmentId],
  );
  expect(await seatsOf(patientId, nurse)).toEqual([]);
  expect(await seatsOf(patientId)).toHaveLength(1);
});

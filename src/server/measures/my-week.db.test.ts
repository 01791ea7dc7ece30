import { afterAll, beforeAll, expect, it } from "vitest";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import { measureRoutes } from "#server/measures/measure.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";

let house: MeasureHouse;

let ruleOfAttendance = "";

beforeAll(async () => {
  house = await openMeasureHouse(() => measureRoutes);
  const published = {
    source: "Test",
    effective_from: "2020-01-01",
    published_at: house.product.clock.now().toString(),
  };
  await house.insert("hour_rule", {
    level_of_care_id: house.levelId,
    population: "adult",
    name: "Nine hours",
    floor_minutes: 540,
    adolescent_below_age: 18,
    week: "monday",
    ...published,
  });
  ruleOfAttendance = await house.insert("attendance_rule", {
    name: "Any",
    grace_minutes: 10,
    breaks_count: false,
    minimum_minutes: 0,
    ...published,
  });
});
afterAll(() => house.product.close());

const memberOfStay = async () => {
  const stay = await house.stay("Juniper", "Ellsworth", null);
  return { ...stay, member: await house.member(stay.patientId) };
};

const changeStay = (enrollmentId: string, column: string, value: string) =>
  house.product.ownerPool.query(
    `update stepwell.enrollment set ${column} = $3 where organization_id = $1 and id = $2`,
    [house.here.organizationId, enrollmentId, value],
  );

/** A session of three hours on a day of this week, with what the person was credited of it. */
const attend = async (
  stay: { readonly patientId: string; readonly enrollmentId: string },
  day: string,
  creditedMinutes: number,
): Promise<void> => {
  const [starts_at, ends_at] = [`${day}T15:00:00Z`, `${day}T18:00:00Z`];
  const now = house.product.clock.now().toString();
  const activity_type_id = await house.insert("activity_type", {
    name: newId(),
    format: "group",
    modality: "process",
    counts_toward_hours: true,
    created_at: now,
  });
  const session_id = await house.insert("session", {
    activity_type_id,
    site_id: house.siteId,
    program_id: house.programId,
    capacity: 12,
    name: "Group",
    starts_at,
    ends_at,
    zone: "America/Denver",
    service_date: day,
    created_at: now,
  });
  await house.insert("attendance", {
    session_id,
    patient_id: stay.patientId,
    enrollment_id: stay.enrollmentId,
    kind: "member",
    status: creditedMinutes > 0 ? "present" : "expected",
    service_date: day,
    starts_at,
    scheduled_minutes: 180,
    delivered_minutes: creditedMinutes,
    credited_minutes: creditedMinutes,
    attendance_rule_id: ruleOfAttendance,
    label: "part-2",
    changed_at: now,
  });
};

it("one’s own week says what was credited, what is booked, and what is open", async () => {
  const { member, ...stay } = await memberOfStay();
  const week = async () => (await house.done(member, readMyToday, {})).week;
  await attend(stay, "2026-11-17", 180);
  await attend(stay, "2026-11-20", 0);
  const other = await memberOfStay();
  await attend(other, "2026-11-17", 90);
  const known = {
    creditedMinutes: 180,
    bookedMinutes: 180,
    requiredMinutes: 540,
    openMinutes: 180,
  };
  expect(await week()).toEqual(known);
  // A label keeps a chart from others, never from whose it is.
  await changeStay(stay.enrollmentId, "label", "restricted");
  expect(await week()).toEqual(known);
});

it.each([
  ["a first week that is not a whole one", "admitted_on", "2026-11-18"],
  ["a week for which no rule says how many", "population", "adolescent"],
])("%s asks for no hours", async (_, column, value) => {
  const { member, enrollmentId } = await memberOfStay();
  await changeStay(enrollmentId, column, value);
  const { week } = await house.done(member, readMyToday, {});
  expect(week).toEqual({
    creditedMinutes: 0,
    bookedMinutes: 0,
    requiredMinutes: null,
    openMinutes: 0,
  });
});

it("who is not in care has no week", async () => {
  const { member, enrollmentId } = await memberOfStay();
  await changeStay(enrollmentId, "ended_on", "2026-11-10");
  expect((await house.done(member, readMyToday, {})).week).toBeNull();
});

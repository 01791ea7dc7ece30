import { afterAll, beforeAll, expect, test } from "vitest";
import { publishAttendanceRule } from "#domain/programs/attendance-rule.api.ts";
import { readHours } from "#domain/scheduling/hours.api.ts";
import { joinSeries } from "#domain/scheduling/membership.api.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

const minutesPerDay = 24 * 60;

let house: ScheduleHouse;
let eveningId = "";
let secondId = "";
let member: { readonly patientId: string; readonly enrollmentId: string };

/** Thursday at noon in Denver: Monday's and Wednesday's group are over, this evening's is still to come. */
beforeAll(async () => {
  house = await openScheduleHouse();
  eveningId = (await house.series()).id;
  const [first] = await house.members(eveningId, 1);
  if (first === undefined) throw new Error("nobody");
  member = first;
  await house.moveTo("2026-11-19T19:00:00Z");
}, 60_000);
afterAll(() => house.product.close());

/** Writes down a break of so many minutes in the group of so many days ago. */
const breakOf = async (minutes: number, daysAgo: number): Promise<void> => {
  const day = `2026-11-${19 - daysAgo}`;
  const asked = { from: day, to: day, seriesId: eveningId };
  const { rows } = await house.done(house.lead, listSessions, asked);
  const begin = 30 - daysAgo * minutesPerDay;
  const { patientId } = member;
  await house.record(rows[0]?.id ?? "", [
    eventAt(begin - 30, "arrive", patientId, { mode: "room" }),
    eventAt(begin, "break-start", null),
    eventAt(begin + minutes, "break-end", null),
  ]);
};

const thursday = async () => {
  const [week] = (await house.done(house.lead, readHours, { patientId: member.patientId })).rows;
  const day = week?.days.find(({ date }) => date === "2026-11-19");
  if (week === undefined || day === undefined) throw new Error("no week");
  return { week, day };
};

const thursdayOf = async () => {
  const { week, day } = await thursday();
  const { bookedMinutes, breakMinutes, isBeforeBreaks, isDoubled } = day;
  expect(week.bookedMinutes).toBe(bookedMinutes);
  return { bookedMinutes, breakMinutes, isBeforeBreaks, isDoubled };
};

test("a group that held no session yet is booked as planned, and that says so", async () => {
  const known = { bookedMinutes: 180, breakMinutes: 0, isBeforeBreaks: true, isDoubled: false };
  expect(await thursdayOf()).toEqual(known);
});

test("the breaks a group usually takes come off what is booked", async () => {
  await breakOf(20, 1);
  await breakOf(25, 3);
  const known = { bookedMinutes: 157, breakMinutes: 23, isBeforeBreaks: false, isDoubled: false };
  expect(await thursdayOf()).toEqual(known);
});

test("what the seats of a week come to is told by one rule, of those that are over and those to come", async () => {
  const { week } = await thursday();
  expect(week.scheduledMinutes).toBe(3 * 180);
  expect(
    week.days.flatMap((one) => (one.usualBreakMinutes === 0 ? [] : [one.usualBreakMinutes])),
  ).toEqual([23, 23, 23]);
});

test("a free seat says what it is likely to bring, and not how long it lasts", async () => {
  const other = await house.stay("Una", "Ofnoweek", null);
  const asked = { ...other, helpsUntil: "2026-11-22" };
  const { open } = await house.done(house.lead, listSeats, asked);
  expect(open).toMatchObject([{ seriesId: eveningId, minutes: 180, likelyMinutes: 157 }]);
});

test("two seats at the same hour count once, and the day says so", async () => {
  const other = await house.worker("therapist", "Noa", "Wrenfield");
  const second = await house.series({
    name: "Second group",
    weekdays: [4],
    startsAtWall: "17:00",
    roomId: null,
    startsOn: "2026-11-19",
    facilitators: [{ staffId: other.staffId, role: "lead" }],
  });
  secondId = second.id;
  await house.done(house.supervisor, joinSeries, {
    seriesId: second.id,
    ...member,
    startsOn: "2026-11-19",
    endsOn: null,
  });
  // From five to nine; of the last hour, which only the evening group has, a third of its breaks.
  const known = { bookedMinutes: 232, breakMinutes: 8, isBeforeBreaks: true, isDoubled: true };
  expect(await thursdayOf()).toEqual(known);
});

test("where the rule of the day counts breaks, all that is planned is booked", async () => {
  await house.done(await house.product.addPerson(house.here, ["director"]), publishAttendanceRule, {
    name: "Breaks count",
    graceMinutes: 10,
    breaksCount: true,
    minimumMinutes: 0,
    source: "Manual of the payer, 9.2",
    effectiveFrom: "2026-11-19",
  });
  const known = { bookedMinutes: 240, breakMinutes: 0, isBeforeBreaks: false, isDoubled: true };
  expect(await thursdayOf()).toEqual(known);
});

test("where no rule stands the breaks come off, as the ledger takes them off", async () => {
  await house.product.ownerPool.query(
    "update stepwell.attendance_rule set effective_from = '2027-01-01', effective_to = null where organization_id = $1",
    [house.here.organizationId],
  );
  const known = { bookedMinutes: 232, breakMinutes: 8, isBeforeBreaks: true, isDoubled: true };
  expect(await thursdayOf()).toEqual(known);
});

test("the hour that a session freed by ending early counts for the group that still runs", async () => {
  await house.moveTo("2026-11-20T01:30:00Z");
  const asked = { from: "2026-11-19", to: "2026-11-19", seriesId: secondId };
  const { rows } = await house.done(house.lead, listSessions, asked);
  await house.record(rows[0]?.id ?? "", [
    eventAt(-60, "arrive", member.patientId, { mode: "room" }),
    eventAt(30, "end", null),
  ]);
  // Planned until eight, over at half past six: of the evening's three hours two and a half are left, with their share of breaks.
  const known = { bookedMinutes: 130, breakMinutes: 20, isBeforeBreaks: false, isDoubled: false };
  expect(await thursdayOf()).toEqual(known);
});

test("who left a group that still runs is credited for what they were there, until they come back", async () => {
  await house.moveTo("2026-11-20T02:30:00Z");
  const asked = { from: "2026-11-19", to: "2026-11-19", seriesId: eveningId };
  const { rows } = await house.done(house.lead, listSessions, asked);
  const { creditedMinutes } = (await thursday()).day;
  await house.record(rows[0]?.id ?? "", [
    eventAt(40, "arrive", member.patientId, { mode: "room" }),
    eventAt(81, "leave", member.patientId),
  ]);
  const { day } = await thursday();
  expect(day).toMatchObject({ creditedMinutes: creditedMinutes + 41, bookedMinutes: 0 });

  await house.record(rows[0]?.id ?? "", [
    eventAt(85, "arrive", member.patientId, { mode: "room" }),
  ]);
  const known = { bookedMinutes: 130, breakMinutes: 20, isBeforeBreaks: false, isDoubled: false };
  expect(await thursdayOf()).toEqual(known);
  expect((await thursday()).day).toMatchObject({ creditedMinutes });
});

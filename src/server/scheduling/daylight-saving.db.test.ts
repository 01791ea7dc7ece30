import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHours } from "#domain/scheduling/hours.api.ts";
import { joinSeries } from "#domain/scheduling/membership.api.ts";
import { createSession, listSessions } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { newId } from "#server/platform/ids.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

/** In Denver the clocks go forward in the night to Sunday, March 14, 2027, and back in the night to Sunday, November 7. */
const spring = { from: "2027-03-08", to: "2027-03-21" };
const zone = "America/Denver";

let house: ScheduleHouse;
let member: { patientId: string; enrollmentId: string };
let sessions: readonly Session[];

const wallOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();

const later = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString();

const plan = (day: string, startsAtWall: string, minutes: number) =>
  house.done(house.supervisor, createSession, {
    name: "By itself",
    siteId: house.siteId,
    programId: house.programId,
    activityTypeId: house.groupTypeId,
    day,
    startsAtWall,
    minutes,
    facilitators: [{ staffId: house.leadId, role: "lead" }],
  });

beforeAll(async () => {
  house = await openScheduleHouse();
  await house.moveTo("2027-03-05T19:00:00Z");
  const series = await house.series({
    weekdays: [1, 3, 6, 7],
    startsOn: spring.from,
    endsOn: spring.to,
  });
  member = await house.stay("Ines", "Carvalho", null);
  await house.done(house.supervisor, joinSeries, {
    seriesId: series.id,
    ...member,
    startsOn: spring.from,
    endsOn: null,
  });
  sessions = (await house.done(house.lead, listSessions, { ...spring, seriesId: series.id })).rows;
}, 60_000);
afterAll(() => house.product.close());

describe("the week in which the clocks go forward", () => {
  it("keeps the group at six in the evening, on the days of the place", () => {
    expect(sessions.map(({ startsAt }) => wallOf(startsAt))).toEqual(
      ["08", "10", "13", "14", "15", "17", "20", "21"].map((day) => `2027-03-${day}T18:00:00`),
    );
    expect(sessions.map(({ serviceDate }) => serviceDate)).toEqual(
      sessions.map(({ startsAt }) => wallOf(startsAt).slice(0, 10)),
    );
    // The day after in Greenwich, at one o'clock before the change and at midnight after it.
    expect([sessions[2], sessions[3]].map((one) => one?.startsAt)).toEqual([
      "2027-03-14T01:00:00Z",
      "2027-03-15T00:00:00Z",
    ]);
    for (const { startsAt, endsAt } of sessions) expect(endsAt).toBe(later(startsAt, 180));
  });

  it("credits three hours for three hours on both sides, and the week comes to nine or twelve", async () => {
    await house.moveTo("2027-03-22T18:00:00Z");
    for (const { id, startsAt } of sessions)
      await house.record(id, [
        {
          id: newId(),
          patientId: member.patientId,
          kind: "arrive",
          mode: "room",
          reason: null,
          correctsId: null,
          occurredAt: startsAt,
        },
      ]);
    const { rows } = await house.done(house.lead, readHours, {
      patientId: member.patientId,
      on: "2027-03-13",
    });
    const [week] = rows;
    const within = sessions.filter(
      ({ serviceDate }) =>
        week !== undefined && serviceDate >= week.startsOn && serviceDate <= week.endsOn,
    );
    expect(within.length).toBeGreaterThanOrEqual(3);
    expect(week).toMatchObject({
      scheduledMinutes: within.length * 180,
      deliveredMinutes: within.length * 180,
      creditedMinutes: within.length * 180,
      standing: "met",
    });
    expect(
      week?.days.filter(({ creditedMinutes }) => creditedMinutes > 0).map(({ date }) => date),
    ).toEqual(within.map(({ serviceDate }) => serviceDate));
  });
});

describe("an hour that the change takes or gives twice", () => {
  it("that does not exist is the next one, and the session says so", async () => {
    const session = await plan("2027-03-28", "02:30", 60);
    expect(session.clockChange).toBeNull();
    const moved = await plan("2028-03-12", "02:30", 60);
    expect(moved).toMatchObject({ clockChange: "moved-forward", serviceDate: "2028-03-12" });
    expect(wallOf(moved.startsAt)).toBe("2028-03-12T03:30:00");
  });

  it("that comes twice is the first of the two, and a night over the change has its minutes", async () => {
    const twice = await plan("2027-11-07", "01:30", 120);
    expect(twice).toMatchObject({
      clockChange: "first-of-two",
      startsAt: "2027-11-07T07:30:00Z",
      endsAt: "2027-11-07T09:30:00Z",
    });
    expect(wallOf(twice.endsAt)).toBe("2027-11-07T02:30:00");
  });
});

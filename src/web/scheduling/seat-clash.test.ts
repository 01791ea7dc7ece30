import { expect, test } from "vitest";
import type { Seat } from "#domain/scheduling/seat.api.ts";
import { clashingSeats } from "#web/scheduling/seat-clash.ts";

/** Monday, Wednesday and Thursday, six to nine in the evening in Denver; winter time: UTC-7. */
const group = {
  id: "evening",
  zone: "America/Denver",
  weekdays: [1, 3, 4],
  startsAtWall: "18:00",
  minutes: 180,
};

const seat = (startsAt: string, endsAt: string, seriesId: string | null = "second"): Seat => ({
  sessionId: "0",
  seriesId,
  // Two groups may bear one name.
  name: "Evening group",
  siteName: "Eastside",
  roomName: null,
  zone: "America/Denver",
  startsAt,
  endsAt,
  minutes: 200,
  likelyMinutes: 200,
  hasVideo: false,
  countsTowardHours: true,
  seatsLeft: 1,
});

test.each([
  // Thursday, 5:30 to 8:50 PM in Denver: Friday already in UTC.
  ["in part", seat("2026-12-04T00:30:00Z", "2026-12-04T03:50:00Z"), true],
  ["inside", seat("2026-12-01T02:00:00Z", "2026-12-01T02:45:00Z"), true],
  ["around", seat("2026-12-02T23:00:00Z", "2026-12-03T05:00:00Z"), true],
  ["until it begins", seat("2026-12-03T23:00:00Z", "2026-12-04T01:00:00Z"), false],
  ["from its end", seat("2026-12-04T04:00:00Z", "2026-12-04T05:00:00Z"), false],
  ["at its hour on another weekday", seat("2026-12-05T01:00:00Z", "2026-12-05T04:00:00Z"), false],
  ["of the group itself", seat("2026-12-04T01:00:00Z", "2026-12-04T04:00:00Z", group.id), false],
  ["for one, alone", seat("2026-12-04T02:00:00Z", "2026-12-04T03:00:00Z", null), true],
])("a seat %s", (_, one, clashes) => {
  expect(clashingSeats([one], group)).toEqual(clashes ? [one] : []);
});

test("a group that ends after midnight clashes with what begins then", () => {
  const late = { ...group, weekdays: [4], startsAtWall: "23:00", minutes: 120 };
  const early = seat("2026-12-04T07:30:00Z", "2026-12-04T08:30:00Z");
  expect(clashingSeats([early], late)).toEqual([early]);
});

test("who leaves a group for this one gives up its seats, and no others", () => {
  const left = seat("2026-12-04T00:30:00Z", "2026-12-04T03:50:00Z");
  const alone = seat("2026-12-04T02:00:00Z", "2026-12-04T03:00:00Z", null);
  expect(clashingSeats([left, alone], group, "second")).toEqual([alone]);
  expect(clashingSeats([left, alone], group)).toEqual([left, alone]);
});

test("in summer the group meets at the same hour of the wall", () => {
  const summer = seat("2026-07-02T23:30:00Z", "2026-07-03T00:30:00Z");
  expect(clashingSeats([summer], group)).toEqual([summer]);
});

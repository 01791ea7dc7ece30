import { expect, test } from "vitest";
import {
  dayAt,
  hourAt,
  momentOn,
  sayCalendarDate,
  sayDate,
  sayDayInFull,
  sayMoment,
  sayTime,
} from "#web/platform/dates.ts";

const november = new Date("2026-11-19T12:00:00Z");
/** Node writes a narrow space before AM and PM; browsers may write a plain one. */
const plain = (text: string): string => text.replaceAll("\u202F", " ");

test("a civil date names its weekday, and its year only where it is another", () => {
  expect(sayDate("2026-11-19", november)).toBe("Thu Nov 19");
  expect(sayDate("2027-03-31", november)).toBe("Wed Mar 31, 2027");
});

test("a civil date is the same everywhere", () => {
  expect(sayCalendarDate("2026-01-01")).toBe("Jan 1, 2026");
  expect(sayDayInFull("2026-11-19")).toBe("Thursday, November 19");
});

test.each([
  ["America/Los_Angeles", "Wed Nov 18, 6:00 PM", "2026-11-18", 18],
  ["America/New_York", "Wed Nov 18, 9:00 PM", "2026-11-18", 21],
  ["Pacific/Guam", "Thu Nov 19, 12:00 PM", "2026-11-19", 12],
])("a moment is said on the wall of its place: %s", (zone, said, day, hour) => {
  const moment = "2026-11-19T02:00:00Z";
  expect(plain(sayMoment(moment, zone, november))).toBe(said);
  expect(dayAt(moment, zone)).toBe(day);
  expect(hourAt(moment, zone)).toBe(hour);
});

test("the hour after midnight is zero and not twenty-four", () => {
  expect(hourAt("2026-11-19T00:30:00Z", "UTC")).toBe(0);
  expect(plain(sayTime("2026-11-19T00:30:00Z", "UTC"))).toBe("12:30 AM");
});

test.each([
  ["2026-11-19", "America/Denver", "2026-11-20T01:00:00.000Z"],
  ["2026-07-01", "America/Denver", "2026-07-02T00:00:00.000Z"],
  // The evening after the clock went forward, and after it went back.
  ["2026-03-08", "America/New_York", "2026-03-08T22:00:00.000Z"],
  ["2026-11-01", "America/New_York", "2026-11-01T23:00:00.000Z"],
])("6 PM of %s on a wall in %s is a moment", (day, zone, moment) => {
  expect(momentOn(day, "18:00", zone).toISOString()).toBe(moment);
});

import { expect, test } from "vitest";
import { leftAt } from "#web/charting/left-at.ts";

// Thursday, 6:00 to 9:00 PM in Denver.
const evening = {
  startsAt: "2026-11-20T01:00:00Z",
  endsAt: "2026-11-20T04:00:00Z",
  zone: "America/Denver",
};
const known = { since: "2026-11-20T01:10:30.000Z", now: new Date("2026-11-20T02:26:00Z") };

test.each([
  ["7:15", "2026-11-20T02:15:00.000Z", null],
  ["7:26", "2026-11-20T02:26:00.000Z", null],
  // In the minute in which they came: just after it.
  ["6:10", "2026-11-20T01:10:30.001Z", null],
  ["6:05", "2026-11-20T01:05:00.000Z", "before-entry"],
  ["7:40", "2026-11-20T02:40:00.000Z", "ahead"],
  ["soon", null, "no-time"],
])("%s while it runs", (text, at, fault) => {
  expect(leftAt(text, evening, known)).toEqual({ at, fault });
});

test("who stayed to the end did not leave", () => {
  const over = { ...known, now: new Date("2026-11-20T05:00:00Z") };
  expect(leftAt("9:05", evening, over).fault).toBe("after-end");
  expect(leftAt("8:40", evening, over).fault).toBeNull();
});

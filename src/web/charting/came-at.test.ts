import { expect, test } from "vitest";
import { cameAt } from "#web/charting/came-at.ts";

// Thursday, 6:00 to 9:00 PM in Denver.
const evening = {
  startsAt: "2026-11-20T01:00:00Z",
  endsAt: "2026-11-20T04:00:00Z",
  zone: "America/Denver",
};

test.each([
  ["6:14", "2026-11-20T01:14:00.000Z"],
  ["614", "2026-11-20T01:14:00.000Z"],
  [" 6.14 pm ", "2026-11-20T01:14:00.000Z"],
  ["18:14", "2026-11-20T01:14:00.000Z"],
  ["5:52", "2026-11-20T00:52:00.000Z"],
  ["8", "2026-11-20T03:00:00.000Z"],
  ["9:30", "2026-11-20T04:30:00.000Z"],
])("%s beside an evening group", (text, at) => {
  expect(cameAt(text, evening)).toBe(at);
});

test.each(["", "soon", "25:00", "6:75", "6:1"])("%s is no time", (text) => {
  expect(cameAt(text, evening)).toBeNull();
});

test("a group over midnight", () => {
  const night = {
    startsAt: "2026-11-20T05:30:00Z",
    endsAt: "2026-11-20T08:30:00Z",
    zone: "America/Denver",
  };
  expect(cameAt("12:15", night)).toBe("2026-11-20T07:15:00.000Z");
  expect(cameAt("10:40", night)).toBe("2026-11-20T05:40:00.000Z");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { sayClockLength, sayLengthToMinute } from "#web/platform/clock-length.ts";

test.each([
  [0, "0:00"],
  [5, "0:05"],
  [160, "2:40"],
  [540, "9:00"],
  [1205, "20:05"],
])("%i minutes are %s", (minutes, said) => {
  expect(sayClockLength(minutes)).toBe(said);
});

test.each([
  [4, "4 min"],
  [60, "1:00 h"],
  [64, "1:04 h"],
])("with their unit, %i minutes are %s", (minutes, said) => {
  expect(sayLengthToMinute(minutes)).toBe(said);
});

const minutesIn = (said: string): number => {
  const [hours = "", rest = ""] = said.split(":");
  return Number(hours) * 60 + Number(rest);
};

test("what is said of days adds up to what is said of their week", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 })), (days) => {
      const sum = days.reduce((total, day) => total + day, 0);
      const said = days.reduce((total, day) => total + minutesIn(sayClockLength(day)), 0);
      expect(said).toBe(minutesIn(sayClockLength(sum)));
    }),
  );
});

import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { federalHolidaysOf, isWorkingDay } from "#domain/basics/federal-holidays.ts";

describe("the federal holidays", () => {
  // As the U.S. Office of Personnel Management publishes them.
  it.each([
    [
      2025,
      ["01-01", "01-20", "02-17", "05-26", "06-19", "07-04"],
      ["09-01", "10-13", "11-11", "11-27", "12-25"],
    ],
    // Independence Day is a Saturday: kept on the Friday.
    [
      2026,
      ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03"],
      ["09-07", "10-12", "11-11", "11-26", "12-25"],
    ],
    // Juneteenth and Christmas are Saturdays, Independence Day a Sunday.
    [
      2027,
      ["01-01", "01-18", "02-15", "05-31", "06-18", "07-05"],
      ["09-06", "10-11", "11-11", "11-25", "12-24"],
    ],
  ] as const)("of %s are these", (year, spring, autumn) => {
    expect(federalHolidaysOf(year).map(({ day }) => day)).toEqual(
      [...spring, ...autumn].map((day) => `${year}-${day}`),
    );
  });

  it("may keep a New Year's Day in the year before", () => {
    expect(federalHolidaysOf(2028)[0]).toEqual({ name: "New Year's Day", day: "2027-12-31" });
  });
});

describe("a working day", () => {
  it.each([
    ["2026-11-25", true],
    ["2026-11-26", false],
    // The day after Thanksgiving is a custom, not a federal holiday.
    ["2026-11-27", true],
    ["2026-11-28", false],
    ["2027-12-31", false],
    ["2026-07-03", false],
  ])("is %s: %s", (day, expected) => {
    expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(expected);
  });
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { holidaysBetween, workingDayBy } from "#demo/holidays.ts";

const daysOf = (year: number): readonly string[] =>
  holidaysBetween(`${year}-01-01`, `${year}-12-31`).map(({ day }) => day.slice(5));

describe("the holidays of a practice", () => {
  it.each([
    [2024, ["01-01", "05-27", "07-04", "09-02", "11-28", "11-29", "12-25"]],
    [2025, ["01-01", "05-26", "07-04", "09-01", "11-27", "11-28", "12-25"]],
    // Independence Day is a Saturday: kept on the Friday.
    [2026, ["01-01", "05-25", "07-03", "09-07", "11-26", "11-27", "12-25"]],
    // A Sunday is kept on the Monday, a Christmas on Saturday and a New Year on Saturday on the Friday before.
    [2027, ["01-01", "05-31", "07-05", "09-06", "11-25", "11-26", "12-24", "12-31"]],
    [2028, ["05-29", "07-04", "09-04", "11-23", "11-24", "12-25"]],
    [2033, ["05-30", "07-04", "09-05", "11-24", "11-25", "12-26"]],
  ] as const)("of %s are these", (year, days) => expect(daysOf(year)).toEqual(days));

  it("are told from one day to another, both included, across the turn of a year", () => {
    expect(holidaysBetween("2026-11-26", "2027-01-01")).toEqual([
      { name: "Thanksgiving Day", day: "2026-11-26" },
      { name: "Day after Thanksgiving", day: "2026-11-27" },
      { name: "Christmas Day", day: "2026-12-25" },
      { name: "New Year's Day", day: "2027-01-01" },
    ]);
    expect(holidaysBetween("2027-12-31", "2027-12-31")).toEqual([
      { name: "New Year's Day", day: "2027-12-31" },
    ]);
    expect(holidaysBetween("2026-11-28", "2026-12-24")).toEqual([]);
  });

  it("are never on a weekend, in their order, and the same however a span is cut", () => {
    const start = Temporal.PlainDate.from("2020-01-01");
    const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => start.add({ days }).toString());
    fc.assert(
      fc.property(anyDay, fc.nat(600), fc.nat(600), (from, one, other) => {
        const day = Temporal.PlainDate.from(from);
        const middle = day.add({ days: one });
        const to = middle.add({ days: other + 1 }).toString();
        const whole = holidaysBetween(from, to);
        const next = middle.add({ days: 1 }).toString();
        expect([...holidaysBetween(from, middle.toString()), ...holidaysBetween(next, to)]).toEqual(
          whole,
        );
        expect(whole.map((each) => each.day).toSorted()).toEqual(whole.map((each) => each.day));
        for (const each of whole)
          expect(Temporal.PlainDate.from(each.day).dayOfWeek).toBeLessThan(6);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe("a working day", () => {
  it.each([
    ["2026-11-25", "2026-11-25"],
    ["2026-11-22", "2026-11-20"],
    // Over Thanksgiving and the weekend after it.
    ["2026-11-29", "2026-11-25"],
    ["2027-01-03", "2026-12-31"],
  ])("by %s is %s", (day, expected) => {
    expect(workingDayBy(Temporal.PlainDate.from(day)).toString()).toBe(expected);
  });
});

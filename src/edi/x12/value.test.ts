import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDateOf, dateText, timeOf, timeText, wallClockOf } from "#edi/x12/date-time.ts";
import { centsOf, centsText, decimalSum, quantityOf } from "#edi/x12/decimal.ts";

describe("amounts in whole cents", () => {
  test.each([
    ["500", 50_000],
    ["12.25", 1225],
    ["605.0000", 60_500],
    ["-42.58", -4258],
    [".5", 50],
    ["0", 0],
    ["-0", 0],
    ["1.", 100],
  ])("%s", (text, cents) => expect(centsOf(text)).toBe(cents));

  test.each([
    "",
    "-",
    ".",
    "1.005",
    "1,000",
    "1e3",
    "$5",
    "1.2.3",
    " 1",
    "9".repeat(16),
    "NaN",
    "--1",
  ])("%j is none", (text) => expect(centsOf(text)).toBeNull());

  test("are written short, and read back as they were", () => {
    expect([18_500, 1225, 50, 5, 0, -4258, 100_010].map(centsText)).toEqual([
      "185",
      "12.25",
      ".5",
      ".05",
      "0",
      "-42.58",
      "1000.1",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const text = centsText(cents);
        expect(centsOf(text)).toBe(cents);
        expect(text).not.toMatch(/^-?0\d|\.\d*0$|\.$|^-0$/);
      }),
    );
  });

  test("add up exactly", () => {
    const sum = decimalSum();
    expect(["0.1", "0.2", "100.00", "-3"].map((text) => sum.add(text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(sum.text()).toBe("97.30");
    expect(sum.add("x")).toBe(false);
    expect(sum.text()).toBe("97.30");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (all) => {
        const whole = decimalSum();
        for (const one of all) whole.add(centsText(one));
        expect(centsOf(whole.text())).toBe(all.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

test("quantities", () => {
  expect(["1", "1.00", "3.5", "12", "", "x", "1e5"].map(quantityOf)).toEqual([
    1,
    1,
    3.5,
    12,
    null,
    null,
    null,
  ]);
});

describe("days of the calendar", () => {
  test.each([
    "20002316",
    "20230229",
    "20261301",
    "20260100",
    "2026112",
    "202611222",
    "2026112x",
    "00000000",
    "",
    "20261131",
  ])("%j is none", (text) => expect(civilDateOf(text)).toBeNull());

  test("agree with the calendar, each day of two centuries", () => {
    const day = new Date(Date.UTC(1900, 0, 1));
    for (; day.getUTCFullYear() < 2100; day.setUTCDate(day.getUTCDate() + 1)) {
      const date = day.toISOString().slice(0, 10);
      if (civilDateOf(dateText(date)) !== date) throw new Error(date);
    }
  });

  test("and times of the day", () => {
    expect(["0800", "2359", "080015", "08001599"].map(timeOf)).toEqual([
      "08:00",
      "23:59",
      "08:00:15",
      "08:00:15",
    ]);
    expect(["2400", "0860", "8:00", "102497", "", "9999"].map(timeOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(timeText("08:00:15")).toBe("080015");
  });
});

test("a moment on a wall is a day and a time that there are, to the second", () => {
  expect(wallClockOf("20261123", "0812")).toBe("2026-11-23T08:12:00");
  expect(wallClockOf("261123", "08123045")).toBe("2026-11-23T08:12:30");
  expect(["", "0", "20261323", "261", "1126"].map((day) => wallClockOf(day, "0812"))).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  expect(["", "2500", "08:12"].map((time) => wallClockOf("20261123", time))).toEqual([
    null,
    null,
    null,
  ]);
});

import { expect, test } from "vitest";
import { weekToldOn } from "#domain/admissions/enrollment.ts";
import { dayToldOf, weekOf } from "#domain/programs/week.ts";

const told = (admittedOn: string, endedOn: string | null, monday: string, today: string): number =>
  weekToldOn({ admittedOn, endedOn }, dayToldOf(weekOf("monday", monday, monday), today));

test("a week that is over is told as of its last day, one that runs as of today", () => {
  expect(dayToldOf(weekOf("monday", "2026-11-16", "2026-11-16"), "2026-11-23")).toBe("2026-11-22");
  expect(dayToldOf(weekOf("monday", "2026-11-16", "2026-11-16"), "2026-11-18")).toBe("2026-11-18");
});

test("from this week on everybody is one week further in each, on every day of the week", () => {
  for (const today of ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-29"]) {
    const weeks = ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"].map((monday) =>
      told("2026-10-20", null, monday, today),
    );
    const [first = 0] = weeks;
    expect(weeks).toEqual([first, first + 1, first + 2, first + 3]);
  }
});

test("whoever left stays in the week they left in", () => {
  expect(told("2026-09-04", "2026-11-17", "2026-11-16", "2026-11-23")).toBe(11);
  expect(told("2026-09-04", "2026-11-17", "2026-11-16", "2026-11-18")).toBe(11);
});

test("whoever begins later in a week to come is in their first", () => {
  expect(told("2026-12-03", null, "2026-11-30", "2026-11-23")).toBe(1);
});

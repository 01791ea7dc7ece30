import { expect, test } from "vitest";
import { firstStart, startProblem, startSaid } from "#web/programs/rule-days.ts";

test("a version begins on a whole day: a year half typed, or of six digits, is none and breaks nothing", () => {
  expect(startSaid("2026-11-19")).toMatch(/^Thu Nov 19/);
  for (const typed of ["", "0202-11-19", "112026-11-19"]) expect(startSaid(typed)).toBeNull();
});

test("a version begins neither in the past nor before the newest", () => {
  const newest = { effectiveFrom: "2027-02-01" };
  const code = (from: string) => startProblem(from, newest, "2026-11-23")["effectiveFrom"]?.code;
  expect(code("2026-11-22")).toBe("in-the-past");
  expect(code("2027-02-01")).toBe("follows-later");
  expect(code("2027-02-02")).toBeUndefined();
});

test("a version is offered the next week's first day, after the one that is published already", () => {
  const monday = "2026-11-23";
  expect(firstStart("monday", null, monday)).toBe("2026-11-30");
  expect(firstStart("sunday", { effectiveFrom: "2020-01-01" }, monday)).toBe("2026-11-29");
  expect(firstStart("rolling", null, monday)).toBe("2026-11-24");
  expect(firstStart("monday", { effectiveFrom: "2026-12-07" }, monday)).toBe("2026-12-14");
});

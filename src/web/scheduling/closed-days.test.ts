import { expect, test } from "vitest";
import { areClosable, byNearness } from "#web/scheduling/closed-days.ts";

const are = (startsOn: string, endsOn: string, siteId = "riverside"): boolean =>
  areClosable({ siteId, startsOn, endsOn });

test("days of a site are asked about once they are whole, in order and not too many", () => {
  expect(are("2026-11-26", "2026-11-27")).toBe(true);
  expect(are("2026-11-26", "2026-12-26")).toBe(true);
  expect(are("2026-11-26", "2026-12-27")).toBe(false);
  expect(are("2026-11-26", "2026-11-25")).toBe(false);
  expect(are("2026-11-26", "2026-11-27", "")).toBe(false);
  expect(are("", "")).toBe(false);
});

test("half a year, or one of six digits, asks nothing", () => {
  expect(are("0202-11-26", "0202-11-26")).toBe(false);
  expect(are("112026-11-26", "2026-11-26")).toBe(false);
});

test("the nearest closed day stands first, and what is over stands last, the latest of it first", () => {
  const of = (day: string) => ({ startsOn: day, endsOn: day });
  const days = ["2026-12-25", "2026-09-07", "2026-11-23", "2026-09-30", "2026-11-26"].map(of);
  expect(days.toSorted(byNearness("2026-11-23")).map(({ startsOn }) => startsOn)).toEqual([
    "2026-11-23",
    "2026-11-26",
    "2026-12-25",
    "2026-09-30",
    "2026-09-07",
  ]);
});

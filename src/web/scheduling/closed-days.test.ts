import { expect, test } from "vitest";
import { areClosable } from "#web/scheduling/closed-days.ts";

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

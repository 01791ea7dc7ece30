import { expect, test } from "vitest";
import { phaseOf } from "#web/scheduling/hours-phase.ts";

test.each([
  ["2026-11-16", "2026-11-22", "over"],
  ["2026-11-23", "2026-11-29", "now"],
  ["2026-11-17", "2026-11-23", "now"],
  ["2026-11-30", "2026-12-06", "coming"],
  ["2027-01-11", "2027-01-17", "coming"],
  ["2027-01-18", "2027-01-24", "far"],
])("the week from %s to %s, seen on Monday, November 23", (startsOn, endsOn, phase) => {
  expect(phaseOf({ startsOn, endsOn }, "2026-11-23")).toBe(phase);
});

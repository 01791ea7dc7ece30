import { expect, test } from "vitest";
import { wallMoment } from "#web/ui/wall-moment.ts";

test.each([
  ["2026-11-23T17:27:33.120Z", "America/Denver", "2026-11-23 10:27 -07:00"],
  ["2026-11-24T02:05:00Z", "America/Denver", "2026-11-23 19:05 -07:00"],
  // The same hour stands on the wall twice on this day.
  ["2026-11-01T07:30:00Z", "America/Denver", "2026-11-01 01:30 -06:00"],
  ["2026-11-01T08:30:00Z", "America/Denver", "2026-11-01 01:30 -07:00"],
  ["2026-11-23T00:00:00Z", "UTC", "2026-11-23 00:00 +00:00"],
])("a list that leaves says %s in %s as %s", (instant, zone, said) => {
  expect(wallMoment(instant, zone)).toBe(said);
});

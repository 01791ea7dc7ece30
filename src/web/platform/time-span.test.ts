import { expect, it } from "vitest";
import { spanOf } from "#web/platform/time-span.ts";

it.each([
  ["6:00 PM", "9:00 PM", "6:00–9:00 PM"],
  ["11:00 AM", "1:00 PM", "11:00 AM–1:00 PM"],
  ["6:00\u202fPM", "9:00\u202fPM", "6:00–9:00\u202fPM"],
  ["18:00", "21:00", "18:00–21:00"],
])("%s to %s says its half of the day once, both where noon lies within", (from, to, said) => {
  expect(spanOf(from, to)).toBe(said);
});

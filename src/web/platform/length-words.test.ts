import { expect, test } from "vitest";
import { sayLength } from "#web/platform/length-words.ts";

test.each([
  [1, "1 min"],
  [42, "42 min"],
  [60, "1 h"],
  [108, "1.8 h"],
  [595, "10 h"],
  [2_521, "42.1 h"],
])("%i minutes are %s with their unit, never none", (minutes, said) => {
  expect(sayLength(minutes)).toBe(said);
});

import { expect, test } from "vitest";
import { wholeTyped } from "#web/ui/typed-number.ts";

test.each([
  ["", null],
  [" ", null],
  ["0", 0],
  [" 45 ", 45],
  ["1,200", 1200],
  ["1 200", 1200],
  ["-30", false],
  ["−30", false],
  ["1.5", false],
  ["12,5", false],
  ["45 min", false],
  ["9".repeat(10), false],
])("%j is %j", (text, number) => {
  expect(wholeTyped(text)).toBe(number);
});

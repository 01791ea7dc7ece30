import fc from "fast-check";
import { expect, test } from "vitest";
import { centsTyped } from "#domain/payers/typed-amount.ts";

test.each([
  ["325", 32_500],
  ["$18.50", 1850],
  ["18.5", 1850],
  [" 1,240.00 ", 124_000],
  ["12,345", 1_234_500],
  ["$ 7", 700],
  ["0", 0],
  ["0.07", 7],
  // Whether that is too much, whoever asked for it says.
  ["1234567", 123_456_700],
])("%s is %d cents", (text, cents) => {
  expect(centsTyped(text)).toBe(cents);
});

test.each([
  "",
  "$",
  "1.234",
  "1.",
  ".5",
  "-3",
  "12 dollars",
  "1e3",
  "18,50",
  "1,2,3",
  "1,24",
  "1 850",
])("%s is no amount", (text) => {
  expect(centsTyped(text)).toBeNull();
});

test("an amount that is written with two decimals is read the same again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (cents) => {
      expect(centsTyped((cents / 100).toFixed(2))).toBe(cents);
    }),
  );
});

import { expect, test } from "vitest";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";

const day = (state: string, totalCents: number, ...codes: string[]) => ({
  state,
  totalCents,
  holds: codes.map((code) => ({ code })),
});

test.each([
  [true, day("held", 0, "no-coverage")],
  [true, day("held", 0, "note-missing", "no-contract")],
  // One line has a price: what the day comes to is known in part, and that is said.
  [false, day("held", 6_200, "no-price")],
  [false, day("held", 0, "note-missing")],
  [false, day("nothing", 0)],
  [false, day("ready", 0)],
])("whether it is without a price: %j, %j", (wanted, one) => {
  expect(isUnpricedDay(one)).toBe(wanted);
});

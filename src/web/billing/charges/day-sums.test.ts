import { expect, test } from "vitest";
import type { DayState } from "#domain/billing/charges/day-charge.ts";
import { sumDays } from "#web/billing/charges/day-sums.ts";

const day = (state: DayState, totalCents: number) => ({ state, totalCents, holds: [] });

test("what still runs is none of the days that are billable, whatever it would come to", () => {
  expect(sumDays([day("open", 6_200), day("open", 13_800)])).toEqual({
    earning: { days: 0, cents: 0 },
    going: { days: 0, cents: 0 },
    areAll: null,
    unpriced: 0,
    idle: 0,
    running: 2,
  });
  expect(sumDays([day("open", 6_200), day("ready", 300), day("nothing", 0)])).toMatchObject({
    earning: { days: 1, cents: 300 },
    areAll: "ready",
    idle: 1,
    running: 1,
  });
});

test("days that may go stand beside all that could", () => {
  expect(sumDays([day("held", 100), day("claimed", 200), day("ready", 300)])).toMatchObject({
    earning: { days: 3, cents: 600 },
    going: { days: 2, cents: 500 },
    areAll: null,
  });
});

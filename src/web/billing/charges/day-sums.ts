import type { DayState } from "#domain/billing/charges/day-charge.ts";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";

interface Day {
  readonly state: DayState;
  readonly totalCents: number;
  readonly holds: readonly { readonly code: string }[];
}

const centsOf = (days: readonly Day[]): number =>
  days.reduce((sum, { totalCents }) => sum + totalCents, 0);

/** What some days come to. A day that still runs has come to nothing yet, and counts as running alone. */
export const sumDays = (days: readonly Day[]) => {
  const over = days.filter(({ state }) => state !== "open");
  const earning = over.filter(({ state }) => state !== "nothing");
  const going = earning.filter(({ state }) => state === "ready" || state === "claimed");
  const isAll = (wanted: DayState): boolean => earning.every(({ state }) => state === wanted);
  return {
    earning: { days: earning.length, cents: centsOf(earning) },
    going: { days: going.length, cents: centsOf(going) },
    areAll: earning.length === 0 ? null : isAll("held") ? "held" : isAll("ready") ? "ready" : null,
    unpriced: earning.filter(isUnpricedDay).length,
    idle: over.length - earning.length,
    running: days.length - over.length,
  } as const;
};

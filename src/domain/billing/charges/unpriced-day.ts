import type { DayHoldCode } from "#domain/billing/charges/day-charge.ts";

/** Holds that end by what a contract says. */
export const withoutContract: readonly DayHoldCode[] = ["no-contract", "only-draft", "no-price"];

/** Holds under which nobody can say yet what a day comes to. */
export const withoutPrice: readonly DayHoldCode[] = ["no-coverage", ...withoutContract];

/** Whether nothing is known yet of what the held days come to: that is not nothing. */
export const isUnpriced = (code: string, totalCents: number): boolean =>
  totalCents === 0 && withoutPrice.some((one) => one === code);

/** The same of one day, which may be held for several things. */
export const isUnpricedDay = (day: {
  readonly state: string;
  readonly totalCents: number;
  readonly holds: readonly { readonly code: string }[];
}): boolean =>
  day.state === "held" && day.holds.some(({ code }) => isUnpriced(code, day.totalCents));

import type { DayHoldCode } from "#domain/billing/charges/day-charge.ts";

const withoutPrice: readonly DayHoldCode[] = [
  "no-coverage",
  "no-contract",
  "only-draft",
  "no-price",
];

/** Whether nothing is known yet of what the held days come to: that is not nothing. */
export const isUnpriced = (code: string, totalCents: number): boolean =>
  totalCents === 0 && withoutPrice.some((one) => one === code);

import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { daysBetween } from "#domain/basics/civil-date.ts";

/**
 * From how many days before its last day a credential counts as expiring. Boards open renewal two to three months ahead
 * and payers stop paying on the day after it lapses: sixty days leave time for the course hours and the board's answer.
 */
export const expiringSoonDays = 60;

/** Worst first: what must be looked at before the rest. */
export const standings = ["expired", "expiring", "not-yet-valid", "valid"] as const;

/** Where a credential stands on a day. `daysLeft` counts to its last day: 0 on it, negative after it, null without one. */
export const standingSchema = z.object({
  code: z.enum(standings),
  daysLeft: z.int().nullable(),
});
export type StandingOnDay = z.output<typeof standingSchema>;

export interface CredentialDates {
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

/** The standing of a credential on a civil date. Its first and its last day count as valid. */
export const standingOn = (
  day: string,
  dates: CredentialDates,
  soonDays = expiringSoonDays,
): StandingOnDay => {
  const daysLeft = dates.expiresOn === null ? null : daysBetween(day, dates.expiresOn);
  if (daysLeft !== null && daysLeft < 0) return { code: "expired", daysLeft };
  if (dates.issuedOn !== null && day < dates.issuedOn) return { code: "not-yet-valid", daysLeft };
  if (daysLeft !== null && daysLeft <= soonDays) return { code: "expiring", daysLeft };
  return { code: "valid", daysLeft };
};

/** The latest last day that counts as expiring on this day. */
export const lastSoonDay = (day: string, soonDays = expiringSoonDays): string =>
  Temporal.PlainDate.from(day).add({ days: soonDays }).toString();

import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** True for a date or a moment whose year, its first four digits, is one that records speak of. */
export const isYearInRange = (value: string): boolean => {
  const year = Number(value.slice(0, 4));
  return year >= 1880 && year <= 2200;
};

/** A day on a wall calendar, `YYYY-MM-DD`: birthdays, service dates and licence dates have no time zone. */
export const civilDateSchema = z.iso
  .date()
  .refine(isYearInRange, { params: { code: "date-out-of-range" } });

/** Whole days from one civil date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total("days");

/** The civil date at this instant on the wall of a place. */
export const dateAt = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

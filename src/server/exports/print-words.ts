import { Temporal } from "temporal-polyfill";

/** A code as words: `not-worked` is printed as "not worked". */
export const wordsOf = (code: string | null): string => (code ?? "").replaceAll("-", " ");

/** `2026-11-22` as it is read: Nov 22, 2026. */
export const dayText = (day: string | null): string =>
  day === null
    ? ""
    : Temporal.PlainDate.from(day).toLocaleString("en-US", {
        year: "numeric",
        month: "short",
        day: "numeric",
      });

/** An instant on the wall of a place, with the name of its zone. */
export const momentText = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toLocaleString("en-US", {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });

export const clockText = (at: string | null, zone: string): string =>
  at === null
    ? ""
    : Temporal.Instant.from(at)
        .toZonedDateTimeISO(zone)
        .toLocaleString("en-US", { hour: "numeric", minute: "2-digit" });

/** Ten digits as people read them. */
export const phoneText = (digits: string | null): string =>
  digits === null ? "" : `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;

/** The Monday that a day's week begins with. */
export const weekOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
};

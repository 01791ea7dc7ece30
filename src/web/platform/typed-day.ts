import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { localeTag } from "#web/platform/language.ts";

/** Whether this is a whole day that records may speak of: on the way there, a year is 2, 20 and 202. */
export const isDay = (typed: string): boolean => civilDateSchema.safeParse(typed).success;

/** The weekday of what is typed, as short as `Thu`; null while it is no whole day. */
export const weekdayTyped = (typed: string): string | null =>
  isDay(typed)
    ? new Intl.DateTimeFormat(localeTag(), { weekday: "short", timeZone: "UTC" }).format(
        new Date(`${typed}T00:00:00Z`),
      )
    : null;

import { localeTag } from "#web/platform/language.ts";

/** January 2024 begins on a Monday. */
const inMondayWeek = (day: number): Date => new Date(Date.UTC(2024, 0, day));

/** The name of a day of the week; 1 is Monday, 7 Sunday. */
export const weekdayName = (day: number): string =>
  new Intl.DateTimeFormat(localeTag(), { weekday: "long", timeZone: "UTC" }).format(
    inMondayWeek(day),
  );

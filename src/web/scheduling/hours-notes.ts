import { plural, t } from "@lingui/core/macro";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { floorMinutesOf, plannedShortOf } from "#domain/scheduling/hours.ts";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { localeTag } from "#web/platform/language.ts";

/** `Thu Nov 26 and Fri Nov 27`. */
export const sayDays = (days: readonly string[]): string =>
  new Intl.ListFormat(localeTag(), { type: "conjunction" }).format(days.map((day) => sayDate(day)));

/** What stands under how a week ends: that its seats cannot reach the floor, or what it will come to though it is held to none. */
export const sayBesideStanding = (row: HoursRow, isOver: boolean): string | undefined => {
  const floorMinutes = floorMinutesOf(row);
  if (floorMinutes === null) return undefined;
  const floor = sayClockLength(floorMinutes);
  const plannedMinutes = plannedShortOf(row);
  if (plannedMinutes !== null) {
    const planned = sayClockLength(plannedMinutes);
    return plannedMinutes === 0
      ? t`no seat is planned`
      : t`planned seats: ${planned} of ${floor} h`;
  }
  // Of a week that is over the column beside it says so.
  if (row.standing !== "variance" || isOver) return undefined;
  const reached = sayClockLength(row.creditedMinutes + row.bookedMinutes);
  return t`will come to ${reached} of ${floor} h`;
};

/** Why weeks are not whole, and how many for which reason: `2 first weeks in part, 58 with the site closed Thu Nov 26`. */
export const sayWhyNotWhole = (rows: readonly HoursRow[]): string => {
  const notWhole = rows.filter(({ standing }) => standing === "variance");
  const of = (why: HoursRow["variance"]) => notWhole.filter(({ variance }) => variance === why);
  const [firsts, lasts] = [of("first-week").length, of("last-week").length];
  const atClosed = of("closure");
  const days = sayDays([...new Set(atClosed.flatMap(({ closedOn }) => closedOn))].toSorted());
  const closed = atClosed.length;
  if (closed > 0 && closed === notWhole.length)
    return t`site closed ${days}: not held against anybody`;
  return [
    ...(firsts > 0
      ? [plural(firsts, { one: "# first week in part", other: "# first weeks in part" })]
      : []),
    ...(lasts > 0
      ? [plural(lasts, { one: "# last week in part", other: "# last weeks in part" })]
      : []),
    ...(closed > 0 ? [t`${closed} with the site closed ${days}`] : []),
  ].join(", ");
};

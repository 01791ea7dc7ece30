import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { runsOn } from "#domain/scheduling/membership.ts";
import { weeksMadeAhead } from "#domain/scheduling/series.ts";
import { daysOfSeries, occurrenceOn } from "#domain/scheduling/wall-clock.ts";
import { refusing } from "#server/db/constraint.ts";
import type { Work } from "#server/platform/work.ts";
import { seatMembers } from "#server/scheduling/seat.queries.ts";
import { closedDays } from "#server/scheduling/closure.queries.ts";
import { doubleBooked } from "#server/scheduling/place.service.ts";
import * as queries from "#server/scheduling/series.queries.ts";
import { insertSessions, type Booking } from "#server/scheduling/session.queries.ts";

/** The last day for which sessions are made. */
export const horizonOf = (today: string): string =>
  Temporal.PlainDate.from(today).add({ weeks: weeksMadeAhead }).toString();

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a);

/**
 * Makes the sessions of a series that is held, from where they end to some weeks ahead, and gives its members their seats.
 * Asking twice makes nothing twice. A day that is taken, or on which the site is closed, gets none.
 */
export const materialize = async (
  work: Work,
  series: queries.SeriesRow,
  facilitators: readonly Booking[],
): Promise<void> => {
  const to = earlier(horizonOf(dateAt(work.now, series.zone)), series.endsOn);
  const from = series.materializedTo === null ? series.startsOn : dayAfter(series.materializedTo);
  if (from > to) return;
  const closures = await closedDays(work, series.siteId);
  const taken = await queries.daysTaken(work, series.id, from);
  const isOpen = (day: string): boolean =>
    !taken.has(day) && !closures.some((one) => runsOn(one, day));
  const { startsAtWall, minutes, zone } = series;
  const sessions = daysOfSeries(series.weekdays, from, to)
    .filter(isOpen)
    .map((day) => ({ id: work.newId(), ...occurrenceOn(day, startsAtWall, minutes, zone) }));
  const plan = { ...series, seriesId: series.id };
  if (sessions.length > 0)
    await refusing(doubleBooked, () => insertSessions(work, plan, sessions, facilitators));
  await queries.markMaterialized(work, series.id, to);
  await seatMembers(work, series.id, from);
};

import type { Seat } from "#domain/scheduling/seat.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { dayAt, momentOn } from "#web/platform/dates.ts";

const msPerMinute = 60_000;

const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The seats of somebody that lie, in part or whole, in the hours in which a group meets: nobody sits in two rooms. */
export const clashingSeats = (
  seats: readonly Seat[],
  series: Pick<Series, "name" | "zone" | "weekdays" | "startsAtWall" | "minutes">,
): readonly Seat[] =>
  seats.filter((seat) => {
    const day = dayAt(seat.startsAt, series.zone);
    if (seat.name === series.name || !series.weekdays.includes(isoWeekday(day))) return false;
    const from = momentOn(day, series.startsAtWall, series.zone).getTime();
    const to = from + series.minutes * msPerMinute;
    return Date.parse(seat.startsAt) < to && from < Date.parse(seat.endsAt);
  });

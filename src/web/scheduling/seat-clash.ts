import type { Seat } from "#domain/scheduling/seat.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { dayAt, momentOn } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";

const msPerMinute = 60_000;

const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

type Meeting = Pick<Series, "id" | "zone" | "weekdays" | "startsAtWall" | "minutes">;

const meetsDuring = (seat: Seat, series: Meeting, day: string): boolean => {
  if (!series.weekdays.includes(isoWeekday(day))) return false;
  const from = momentOn(day, series.startsAtWall, series.zone).getTime();
  const to = from + series.minutes * msPerMinute;
  return Date.parse(seat.startsAt) < to && from < Date.parse(seat.endsAt);
};

/**
 * The seats of somebody that lie, in part or whole, in the hours in which a group meets: nobody sits in two rooms. Groups that
 * end after midnight began the day before. Seats in the group itself, and in one they leave for it, are in nobody's way.
 */
export const clashingSeats = (
  seats: readonly Seat[],
  series: Meeting,
  leavingId?: string,
): readonly Seat[] =>
  seats.filter((seat) => {
    const day = dayAt(seat.startsAt, series.zone);
    const days = [addDays(day, -1), day, addDays(day, 1)];
    const isGivenUp = seat.seriesId !== null && seat.seriesId === leavingId;
    return (
      seat.seriesId !== series.id &&
      !isGivenUp &&
      days.some((one) => meetsDuring(seat, series, one))
    );
  });

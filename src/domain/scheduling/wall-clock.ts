import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** `18:00`: an hour on the wall of a place, to the minute. */
export const wallTimeSchema = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What daylight saving does to an hour that was asked for. */
export type ClockChange = "moved-forward" | "first-of-two";

export interface Occurrence {
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockChange: ClockChange | null;
}

/**
 * The instants of a session that begins at an hour on the wall of a place. In the spring one hour does not exist: a session
 * in it begins that much later (2:30 becomes 3:30), as every clock on the wall does. In the autumn one hour exists twice:
 * the first of the two is meant. A session lasts its minutes, whatever the clock does meanwhile, for minutes are what counts.
 */
export const occurrenceOn = (
  day: string,
  wallTime: string,
  minutes: number,
  zone: string,
): Occurrence => {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(wallTime));
  const start = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const startsAt = start.toInstant();
  const change = (): ClockChange | null => {
    if (!start.toPlainDateTime().equals(wall)) return "moved-forward";
    return later.epochMilliseconds === start.epochMilliseconds ? null : "first-of-two";
  };
  return {
    serviceDate: start.toPlainDate().toString(),
    startsAt: startsAt.toString(),
    endsAt: startsAt.add({ minutes }).toString(),
    clockChange: change(),
  };
};

/** The days of a weekly series from one day to another, both included. ISO weekdays: Monday is 1. */
export const daysOfSeries = (
  weekdays: readonly number[],
  from: string,
  to: string,
): readonly string[] => {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (weekdays.includes(day.dayOfWeek)) days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
};

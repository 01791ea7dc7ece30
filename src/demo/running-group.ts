import { Temporal } from "temporal-polyfill";

/** How long the group lasts that stands in when nothing else is on, in minutes. */
export const runningMinutes = 90;

/** How long before the evening group nothing else is begun: its own room is open by then. */
const lead = { hours: 2 };

const quarter = 15;

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * The day and the hour on the wall at which a group began that is running at this moment: half an hour ago, on the quarter, and
 * neither before midnight nor before the evening group of the same colleague and the same people was over. Null where that group
 * is on, or begins within two hours.
 */
export const runningSince = (
  now: Temporal.ZonedDateTime,
  tonight: Span | undefined,
): { readonly day: string; readonly startsAtWall: string } | null => {
  const instant = now.toInstant();
  const starts = tonight && Temporal.Instant.from(tonight.startsAt);
  const ends = tonight && Temporal.Instant.from(tonight.endsAt);
  const isComing = starts && Temporal.Instant.compare(starts, instant.add(lead)) <= 0;
  if (isComing && ends && Temporal.Instant.compare(instant, ends) < 0) return null;
  const halfAnHourAgo = now
    .round({ smallestUnit: "minute", roundingIncrement: quarter, roundingMode: "floor" })
    .subtract({ minutes: 2 * quarter });
  const earliest = [
    now.startOfDay(),
    ...(isComing && ends ? [ends.toZonedDateTimeISO(now.timeZoneId)] : []),
  ];
  const begin = [halfAnHourAgo, ...earliest].reduce((late, one) =>
    Temporal.ZonedDateTime.compare(one, late) > 0 ? one : late,
  );
  return {
    day: begin.toPlainDate().toString(),
    startsAtWall: begin.toPlainTime().toString({ smallestUnit: "minute" }),
  };
};

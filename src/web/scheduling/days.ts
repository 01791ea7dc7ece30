import { sayTime } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { spanOf } from "#web/platform/time-span.ts";

/** The Monday of the week of a day. */
export const mondayOf = (date: string): string => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
};

/** The seven days from a day on. */
export const weekFrom = (date: string): readonly string[] =>
  Array.from({ length: 7 }, (_, place) => addDays(date, place));

const minutesPerDay = 1440;

/** `18:00` and 180 as `6:00–9:00 PM`. */
export const sayWallSpan = (wallTime: string, minutes: number): string => {
  const [hours = 0, past = 0] = wallTime.split(":").map(Number);
  const end = (hours * 60 + past + minutes) % minutesPerDay;
  const two = (part: number): string => String(part).padStart(2, "0");
  return spanOf(
    sayWallTime(wallTime),
    sayWallTime(`${two(Math.floor(end / 60))}:${two(end % 60)}`),
  );
};

/** `18:00` on the wall of a place as people say it: `6:00 PM`. */
export const sayWallTime = (wallTime: string): string =>
  sayTime(`2026-01-01T${wallTime}:00Z`, "UTC");

import { wallTimeTyped } from "#domain/scheduling/typed-time.ts";
import { momentOn } from "#web/platform/dates.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** Marks an hour that nobody can read; `missingOf` speaks of an empty one. */
export const hourProblem = (typed: string): FieldProblems =>
  typed === "" || wallTimeTyped(typed) !== null ? {} : { startsAtWall: { code: "no-hour" } };

/** The hour that was typed as the server takes it; what it cannot be stays as it is and is refused there. */
export const wallTimeOf = (typed: string): string => wallTimeTyped(typed) ?? typed;

const msPerMinute = 60_000;

/** The time that is typed, on the wall of a place; null while nobody can read it. */
export const typedTime = (
  {
    day,
    startsAtWall,
    minutes,
  }: {
    readonly day: string;
    readonly startsAtWall: string;
    readonly minutes: number | null;
  },
  zone: string,
): { readonly from: number; readonly to: number } | null => {
  const wall = wallTimeTyped(startsAtWall);
  if (wall === null || minutes === null || !/^\d{4}-\d\d-\d\d$/u.test(day)) return null;
  const from = momentOn(day, wall, zone).getTime();
  return { from, to: from + minutes * msPerMinute };
};

import { wallTimeTyped } from "#domain/scheduling/typed-time.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** Marks an hour that nobody can read; `missingOf` speaks of an empty one. */
export const hourProblem = (typed: string): FieldProblems =>
  typed === "" || wallTimeTyped(typed) !== null ? {} : { startsAtWall: { code: "no-hour" } };

/** The hour that was typed as the server takes it; what it cannot be stays as it is and is refused there. */
export const wallTimeOf = (typed: string): string => wallTimeTyped(typed) ?? typed;

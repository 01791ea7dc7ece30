import type { Temporal } from "temporal-polyfill";

/** An errand that is due for longer than this lost its place in the queue: the process that held it was killed. */
const longestDueMinutes = 5;

/** Errands that were due before this moment are overdue. */
export const overdueBefore = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ minutes: longestDueMinutes });

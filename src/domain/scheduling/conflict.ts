import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409: what is asked for and what is there do not fit. */
export type SchedulingConflict =
  | "already-corrected"
  | "already-member"
  | "already-on-roster"
  | "closed-already"
  | "closure-lifted"
  | "closure-too-long"
  | "dates-not-in-order"
  | "correct-with-reason"
  | "day-taken"
  | "enrollment-not-running"
  | "event-ahead"
  | "event-elsewhere"
  | "event-of-nobody"
  | "event-unknown"
  | "facilitator-taken"
  | "from-past"
  | "membership-ended"
  | "membership-used"
  | "membership-withdrawn"
  | "mode-missing"
  | "not-on-roster"
  | "outside-series"
  | "patient-missing"
  | "retired"
  | "room-elsewhere"
  | "room-taken"
  | "series-full"
  | "session-ahead"
  | "session-began"
  | "session-cancelled"
  | "session-full"
  | "site-closed"
  | "somebody-was-there"
  | "span-too-long"
  | "was-there-later";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<SchedulingConflict> = conflictOf;

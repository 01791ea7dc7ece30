import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Refusals of this noun's own (409): what is asked for and what is there do not fit. */
export type AdmissionConflict =
  | "already-enrolled"
  | "level-not-offered"
  | "track-retired"
  | "staff-retired"
  | "stay-ended"
  | "stay-running";

export const conflict: ConflictOf<AdmissionConflict> = conflictOf;

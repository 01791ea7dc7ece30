import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own that is 409. */
export type PrivacyConflict =
  | "already-signed"
  | "already-revoked"
  | "no-event"
  | "already-ended"
  | "already-answered"
  | "must-agree"
  | "not-agreed";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<PrivacyConflict> = conflictOf;

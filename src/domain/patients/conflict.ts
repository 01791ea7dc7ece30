import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409. */
export type PatientConflict =
  | "likely-duplicates"
  | "retired"
  | "not-retired"
  | "kept-not-in-use"
  | "has-stays"
  | "both-have-stays"
  | "has-duplicates"
  | "not-a-duplicate"
  | "is-duplicate";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<PatientConflict> = conflictOf;

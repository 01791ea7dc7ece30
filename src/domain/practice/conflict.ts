import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own. All mean the same to HTTP: what is asked for and what is there do not fit (409). */
export type PracticeConflict =
  | "name-taken"
  | "email-taken"
  | "npi-taken"
  | "retired"
  | "not-retired"
  | "site-in-use"
  | "site-retired"
  | "staff-retired"
  | "supervises-others"
  | "supervision-circle";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<PracticeConflict> = conflictOf;

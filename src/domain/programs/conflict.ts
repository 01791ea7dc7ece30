import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409. */
export type ProgramConflict =
  | "name-taken"
  | "retired"
  | "not-retired"
  | "site-retired"
  | "level-retired"
  | "program-retired"
  | "label-weaker"
  | "rule-from-past"
  | "rule-follows-later"
  | "rule-begun"
  | "rule-followed"
  | "rule-taken-back"
  | "ceiling-below-floor"
  | "label-too-weak";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<ProgramConflict> = conflictOf;

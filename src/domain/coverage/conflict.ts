import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409. */
export type CoverageConflict =
  | "retired"
  | "too-many-policies"
  | "has-authorizations"
  | "order-incomplete";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<CoverageConflict> = conflictOf;

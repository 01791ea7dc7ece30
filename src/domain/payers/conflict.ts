import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409. */
export type PayersConflict =
  | "name-taken"
  | "retired"
  | "not-retired"
  | "program-elsewhere"
  | "contract-exists"
  | "contract-confirmed"
  | "contract-in-use"
  | "terms-do-not-fit"
  | "dates-out-of-order"
  | "version-not-draft"
  | "version-state"
  | "version-follows-later"
  | "last-day-missing"
  | "fee-of-nothing"
  | "fee-follows-later"
  | "fee-withdrawn"
  | "billing-provider-exists";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<PayersConflict> = conflictOf;

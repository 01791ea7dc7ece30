import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own that is 409. */
export type ClaimConflict =
  | "claim-not-ready"
  | "claim-exported"
  | "claim-not-exported"
  | "claim-withdrawn"
  | "claim-replaced"
  | "payer-number-missing"
  | "nothing-to-bill"
  | "hold-not-releasable"
  | "hold-released"
  | "claim-in-sequence"
  | "billing-provider-missing"
  | "days-not-settled"
  | "days-differ"
  | "fault-stands"
  | "claim-replaces-another"
  | "bill-before-rejected"
  | "file-taken-back"
  | "file-handed-over"
  | "file-not-handed-over"
  | "file-may-not-leave"
  | "file-overtaken"
  | "acknowledgment-unreadable"
  | "acknowledgment-of-no-file";

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const conflict: ConflictOf<ClaimConflict> = conflictOf;

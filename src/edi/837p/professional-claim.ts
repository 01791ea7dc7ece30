import type { Claim, ServiceLine } from "#edi/837/claim.ts";

/** A line of a professional claim (SV1). */
export interface ProfessionalLine extends ServiceLine {
  /** SV105: where it differs from the claim's. */
  readonly placeOfService: string;
  /** SV107: which diagnoses it treats, from 1. */
  readonly pointers: readonly number[];
  /** SV109, SV111, SV112, SV115. */
  readonly emergency: string;
  readonly epsdt: string;
  readonly familyPlanning: string;
  readonly copayExempt: string;
}

/** A professional claim (837P), loops 2000A to 2440 of 005010X222A1. */
export type ProfessionalClaim = Claim<ProfessionalLine>;

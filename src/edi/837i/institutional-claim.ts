import type { Claim, ServiceLine } from "#edi/837/claim.ts";

/** A line of an institutional claim (SV2). */
export interface InstitutionalLine extends ServiceLine {
  readonly revenueCode: string;
  readonly nonCoveredCents: number | null;
}

/** An institutional claim (837I), loops 2000A to 2430 of 005010X223A2. */
export interface InstitutionalClaim extends Claim<InstitutionalLine> {
  /** CL101 to CL103: how urgent, from where, and how it ended (30: still a patient). */
  readonly admissionType: string;
  readonly admissionSource: string;
  readonly patientStatus: string;
}

import type { ChargeLine, DayCharge } from "#domain/billing/charges/day-charge.ts";
import type {
  ClaimFrequency,
  ClaimSnapshot,
  Clinician,
  InsuredPerson,
} from "#domain/billing/claims/claim-snapshot.ts";
import type {
  AdmissionSource,
  AdmissionType,
  PatientStatus,
} from "#domain/admissions/admission-terms.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import type { Payer } from "#domain/payers/payer.ts";
import type { BillingProvider } from "#domain/payers/billing-provider.ts";

/** A day as a claim bills it: every line has its price. */
export type ClaimedDay = Pick<DayCharge, "id" | "serviceDate" | "isTest"> & {
  readonly lines: readonly ChargeLine[];
};

/** Who led a session, and who supervises them. */
export interface SessionLead {
  readonly lead: Clinician | null;
  readonly supervisor: Clinician | null;
}

/** A person as their record has them; sex at birth as payers ask for it. */
export interface PersonFacts extends Omit<InsuredPerson, "sex"> {
  readonly sex: "female" | "male" | "unknown" | null;
}

/** A diagnosis of the stay; civil dates. */
export interface StayDiagnosis {
  readonly code: string;
  readonly rank: number;
  readonly diagnosedOn: string;
  readonly resolvedOn: string | null;
}

/** Everything a claim is put together from, as it is on the day it is built. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly control: string;
  readonly frequency: ClaimFrequency;
  readonly payerClaimControl: string | null;
  /** Condition codes besides the contract's: why an institutional claim is changed. */
  readonly changeReasons: readonly string[];
  readonly contractVersionId: string;
  readonly terms: ContractTerms;
  readonly billing: Pick<
    BillingProvider,
    | "name"
    | "npi"
    | "taxonomy"
    | "taxIdKind"
    | "taxId"
    | "address"
    | "phone"
    | "contactName"
    | "submitterId"
    | "receiverName"
    | "receiverId"
    | "usage"
  >;
  readonly site: NonNullable<ClaimSnapshot["serviceFacility"]>;
  readonly stay: {
    readonly admittedOn: string;
    readonly admissionType: AdmissionType;
    readonly admissionSource: AdmissionSource;
    readonly patientStatus: PatientStatus;
  };
  readonly attending: Clinician | null;
  readonly leadOf: (sessionId: string) => SessionLead | undefined;
  readonly patient: PersonFacts;
  readonly coverage: {
    readonly relation: ClaimSnapshot["subscriber"]["relation"];
    readonly rank: number;
    readonly memberNumber: string;
    readonly groupNumber: string | null;
    /** Who holds the policy, where it is not the patient. */
    readonly subscriber: PersonFacts;
  };
  readonly payer: ClaimSnapshot["payer"];
  /** Who pays behind this payer on all days of the claim, in their order. */
  readonly otherCoverages: readonly {
    readonly coverage: ClaimFacts["coverage"];
    readonly payer: ClaimSnapshot["payer"] & { readonly kind: Payer["kind"] };
  }[];
  readonly diagnoses: readonly StayDiagnosis[];
  readonly authorizationNumber: string | null;
  readonly days: readonly ClaimedDay[];
  readonly statement: ClaimSnapshot["statement"];
}

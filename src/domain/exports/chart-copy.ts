import type {
  AdmissionSource,
  AdmissionType,
  EndReason,
} from "#domain/admissions/admission-terms.ts";
import type { Label } from "#domain/basics/label.ts";
import type { UsAddress } from "#domain/basics/us-address.ts";
import type { Contact } from "#domain/patients/contact.ts";
import type { Patient } from "#domain/patients/patient.ts";
import type { Relation } from "#domain/coverage/coverage.ts";

/**
 * One person's record as it is handed over: what was signed and recorded, with what became of it. Days are `YYYY-MM-DD`,
 * instants ISO 8601 in UTC, minutes whole. What is never exported has no place in it.
 */
export interface ChartCopy {
  /** How closely all of it together is kept: as the closest of the stays; restricted where there is none. */
  readonly label: Label;
  readonly patient: Patient;
  readonly contacts: readonly Contact[];
  readonly coverages: readonly CopiedCoverage[];
  readonly stays: readonly CopiedStay[];
  readonly goals: readonly CopiedGoal[];
  readonly visits: readonly CopiedVisit[];
  readonly notes: readonly CopiedNote[];
  readonly measures: readonly CopiedMeasure[];
  readonly consents: readonly CopiedConsent[];
  readonly disclosures: readonly CopiedDisclosure[];
}

export interface CopiedCoverage {
  readonly id: string;
  readonly payerId: string;
  readonly payerName: string;
  readonly payerElectronicId: string | null;
  readonly rank: number;
  readonly planName: string | null;
  readonly memberNumber: string;
  readonly groupNumber: string | null;
  readonly relationToSubscriber: Relation;
  readonly subscriberName: string | null;
  readonly subscriberGivenName: string | null;
  readonly subscriberMiddleName: string | null;
  readonly subscriberFamilyName: string | null;
  readonly subscriberSuffix: string | null;
  readonly subscriberBirthDate: string | null;
  readonly subscriberSex: "female" | "male" | "unknown" | null;
  readonly subscriberAddress: UsAddress | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly retiredAt: string | null;
}

export interface CopiedDiagnosis {
  readonly id: string;
  readonly code: string;
  /** The words of the code set; null for a code that our subset does not hold. */
  readonly description: string | null;
  readonly rank: number;
  readonly diagnosedOn: string;
  readonly resolvedOn: string | null;
}

export interface CopiedStay {
  readonly id: string;
  readonly programName: string;
  readonly trackName: string;
  readonly levelName: string;
  readonly levelCode: string;
  readonly siteId: string;
  readonly label: Label;
  readonly admittedOn: string;
  readonly endedOn: string | null;
  readonly endReason: EndReason | null;
  readonly admissionType: AdmissionType;
  readonly admissionSource: AdmissionSource;
  readonly attendingStaffId: string | null;
  readonly therapistStaffId: string | null;
  readonly diagnoses: readonly CopiedDiagnosis[];
}

export interface CopiedObjective {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly targetOn: string | null;
  readonly status: "active" | "met" | "discontinued";
  readonly closedOn: string | null;
}

export interface CopiedGoal {
  readonly id: string;
  readonly enrollmentId: string;
  readonly number: number;
  readonly problem: string;
  readonly statement: string;
  readonly status: "active" | "met" | "discontinued";
  readonly createdAt: string;
  readonly label: Label;
  readonly objectives: readonly CopiedObjective[];
}

/** One person in one session, as the minutes ledger has it. */
export interface CopiedVisit {
  readonly id: string;
  readonly enrollmentId: string;
  readonly sessionName: string;
  readonly siteId: string;
  readonly zone: string;
  readonly status: string;
  readonly reason: string | null;
  readonly mode: string | null;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly firstInAt: string | null;
  readonly lastOutAt: string | null;
  readonly scheduledMinutes: number;
  readonly deliveredMinutes: number;
  readonly creditedMinutes: number;
  readonly label: Label;
}

export interface CopiedNoteAct {
  readonly id: string;
  readonly kind: "cosign" | "return" | "addendum" | "retract";
  readonly words: string | null;
  readonly at: string;
  readonly by: string;
  readonly staffId: string | null;
  readonly contentHash: string;
}

/** The part of a group note that names nobody. */
export interface CopiedSharedPart {
  readonly topic: string;
  readonly curriculum: string | null;
  readonly interventions: readonly string[];
  readonly whatWeDid: string;
  readonly howItWent: string;
  readonly nextTime: string | null;
}

export interface CopiedNote {
  readonly id: string;
  readonly attendanceId: string;
  readonly enrollmentId: string;
  readonly sessionName: string;
  readonly zone: string;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly creditedMinutes: number;
  readonly objectiveCode: string;
  readonly objective: string;
  readonly participation: string;
  readonly response: string;
  readonly progress: string;
  readonly risk: string;
  readonly nextStep: string | null;
  readonly sentence: string;
  readonly shared: CopiedSharedPart | null;
  readonly authorName: string;
  readonly authorStaffId: string;
  readonly signedAt: string;
  readonly contentHash: string;
  readonly needsCosignature: boolean;
  readonly correctsId: string | null;
  readonly correctionReason: string | null;
  readonly correctedById: string | null;
  readonly acts: readonly CopiedNoteAct[];
  readonly label: Label;
}

export interface CopiedMeasure {
  readonly id: string;
  readonly enrollmentId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly dueOn: string;
  readonly completedAt: string;
  readonly answeredBy: "self" | "staff";
  readonly language: string;
  /** What was answered, by item. */
  readonly answers: Readonly<Record<string, number>>;
  readonly score: number | null;
  readonly band: string | null;
  readonly notScoredBecause: string | null;
  readonly scoringVersion: string | null;
  readonly label: Label;
}

export interface CopiedConsent {
  readonly id: string;
  readonly kind: string;
  readonly discloser: string | null;
  readonly recipientKind: string;
  readonly recipients: readonly string[];
  readonly information: readonly string[];
  readonly purposes: readonly string[];
  readonly expiresOn: string | null;
  readonly expiresAtEvent: string | null;
  readonly signedOn: string | null;
  readonly signedBy: string | null;
  readonly signerRelation: string | null;
  readonly revokedOn: string | null;
  readonly revocationReason: string | null;
  readonly createdAt: string;
}

export interface CopiedDisclosure {
  readonly id: string;
  readonly at: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly information: readonly string[];
  readonly basis: string;
  readonly channel: string;
  readonly by: string;
}

/** Whoever keeps the record, and whom it names: the organization, its sites and staff. */
export interface KeeperOfRecords {
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly slug: string;
    readonly npi: string | null;
    readonly phone: string | null;
    readonly zone: string;
  };
  readonly sites: readonly CopiedSite[];
  readonly staff: readonly CopiedStaff[];
}

export interface CopiedSite {
  readonly id: string;
  readonly name: string;
  readonly npi: string | null;
  readonly phone: string | null;
  readonly address: UsAddress;
}

export interface CopiedStaff {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly credentialsShown: string | null;
  readonly npi: string | null;
}

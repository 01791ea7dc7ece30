import type { Coded, Party } from "#edi/837/party.ts";
import type { RawLoop } from "#edi/x12/raw-segment.ts";

/** A day, a span of days or a time of the day, as DTP gives them; civil dates and `HH:MM`. */
export interface DateSpan {
  readonly from: string | null;
  readonly through: string | null;
  readonly time: string | null;
}

/** Names for DTP01 on claims and lines (X12 data element 374). */
export const dateNames = {
  "431": "onset",
  "454": "initialTreatment",
  "304": "lastSeen",
  "453": "acuteManifestation",
  "439": "accident",
  "484": "lastMenstrualPeriod",
  "455": "lastXRay",
  "471": "prescription",
  "096": "discharge",
  "434": "statement",
  "435": "admission",
  "050": "repricerReceived",
  "472": "service",
  "607": "recertification",
  "463": "therapyBegin",
  "461": "lastCertification",
  "297": "lastWorked",
  "296": "returnToWork",
  "444": "firstContact",
} as const satisfies Readonly<Record<string, string>>;
export type DateName = (typeof dateNames)[keyof typeof dateNames];

/** Names for REF01 on claims and lines (X12 data element 128). */
export const referenceNames = {
  "4N": "serviceException",
  "9F": "referral",
  G1: "priorAuthorization",
  F8: "payerClaimControl",
  X4: "clia",
  "9A": "repriced",
  "9C": "adjustedRepriced",
  D9: "clearinghouseTrace",
  LU: "accidentState",
  EA: "medicalRecord",
  P4: "demonstration",
  G4: "peerReview",
  "6R": "lineControl",
} as const satisfies Readonly<Record<string, string>>;
export type ReferenceName = (typeof referenceNames)[keyof typeof referenceNames];

/** Names for AMT01 on claims, other payers and lines (X12 data element 522); amounts in whole cents. */
export const amountNames = {
  F5: "patientPaid",
  F3: "patientDue",
  D: "payerPaid",
  A8: "nonCovered",
  EAF: "remaining",
  T: "tax",
} as const satisfies Readonly<Record<string, string>>;
export type AmountName = (typeof amountNames)[keyof typeof amountNames];

export type Dates = Readonly<Partial<Record<DateName, DateSpan>>>;
export type References = Readonly<Partial<Record<ReferenceName, string>>>;
export type Amounts = Readonly<Partial<Record<AmountName, number>>>;

/**
 * One code of an HI segment (composite C022). `kind` is its qualifier: ABK and ABF diagnoses, ABJ admitting, APR
 * reason for the visit, BG condition, BH occurrence, BI occurrence span, BE value, DR diagnosis related group …
 */
export interface HealthCode {
  readonly kind: string;
  /** Without a point, as X12 wants it. */
  readonly code: string;
  readonly date: DateSpan | null;
  /** C022-05 of a value code, in whole cents. */
  readonly amountCents: number | null;
  /** C022-09: present on admission. */
  readonly onAdmission: string;
}

/** One reason of a CAS segment. */
export interface Adjustment {
  readonly group: string;
  readonly reason: string;
  readonly amountCents: number | null;
  readonly quantity: number | null;
}

/** A procedure (composite C003): `HC` and a HCPCS code with up to four modifiers. */
export interface Procedure {
  readonly kind: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly description: string;
}

/** What another payer decided of a line (2430). */
export interface Adjudication {
  readonly payerId: string;
  readonly paidCents: number | null;
  readonly procedure: Procedure | null;
  readonly revenueCode: string;
  readonly units: number | null;
  /** SVD06: the line this one was bundled into. */
  readonly bundledInto: string;
  readonly adjustments: readonly Adjustment[];
  readonly paidOn: string | null;
  readonly remainingCents: number | null;
  readonly more: readonly RawLoop[];
}

/** Coverage (SBR): whose, in which order, under which group. */
export interface Coverage {
  /** SBR01: P, S, T, A to H. */
  readonly sequence: string;
  /** SBR02 as X12 writes it: `18` self; empty where the patient is another person. */
  readonly relationship: string;
  readonly groupNumber: string;
  readonly groupName: string;
  readonly insuranceType: string;
  /** SBR09: MB, MC, CI, BL … */
  readonly filing: string;
}

/** 2000A: who bills. Claims that share this very object are written below one HL. */
export interface Billing {
  readonly taxonomy: string;
  readonly provider: Party;
  readonly payTo: Party | null;
  readonly payToPlan: Party | null;
  readonly more: readonly RawLoop[];
}

/** 2000B: whose coverage is billed. */
export interface Subscriber extends Coverage {
  readonly person: Party;
  readonly payer: Party;
  readonly more: readonly RawLoop[];
}

/** 2000C: a patient who is not the subscriber. */
export interface Patient {
  /** PAT01: 01 spouse, 19 child, G8 other … */
  readonly relationship: string;
  readonly person: Party;
  readonly more: readonly RawLoop[];
}

/** 2320: another coverage of the same person. */
export interface OtherCoverage extends Coverage {
  readonly adjustments: readonly Adjustment[];
  readonly amounts: Amounts;
  /** OI03, OI04, OI06. */
  readonly assignsBenefits: string;
  readonly signatureSource: string;
  readonly releases: string;
  readonly person: Party | null;
  readonly payer: Party | null;
  readonly providers: readonly Party[];
  readonly more: readonly RawLoop[];
}

/** What a line of either guide says. */
export interface ServiceLine {
  readonly number: number;
  readonly procedure: Procedure | null;
  readonly chargeCents: number | null;
  /** UN, MJ or DA. */
  readonly unit: string;
  readonly units: number | null;
  readonly dates: Dates;
  readonly references: References;
  readonly amounts: Amounts;
  readonly providers: readonly Party[];
  readonly adjudications: readonly Adjudication[];
  readonly more: readonly RawLoop[];
}

/** What a claim of either guide says. */
export interface Claim<Line extends ServiceLine> {
  readonly billing: Billing;
  readonly subscriber: Subscriber;
  readonly patient: Patient | null;
  /** CLM01, the provider's number. */
  readonly control: string;
  readonly chargeCents: number | null;
  /** CLM05-1: place of service, or the first two digits of the type of bill. */
  readonly facility: string;
  /** CLM05-2: B on professional, A on institutional claims. */
  readonly facilityKind: string;
  /** CLM05-3: 1 original, 7 replacement, 8 void … */
  readonly frequency: string;
  /** CLM06 to CLM10. */
  readonly providerSigned: string;
  readonly assignment: string;
  readonly assignsBenefits: string;
  readonly releases: string;
  readonly signatureSource: string;
  /** CLM11 to CLM20 as they stand. */
  readonly rest: readonly (string | readonly string[])[];
  readonly dates: Dates;
  readonly references: References;
  readonly amounts: Amounts;
  readonly notes: readonly Coded[];
  readonly codes: readonly HealthCode[];
  readonly providers: readonly Party[];
  readonly otherCoverages: readonly OtherCoverage[];
  readonly lines: readonly Line[];
  readonly more: readonly RawLoop[];
}

/** What BHT and loops 1000 say: one for all claims of a transaction. */
export interface ClaimHeader {
  /** BHT02: 00 original, 18 reissue. */
  readonly purpose: string;
  readonly reference: string;
  readonly createdOn: string | null;
  readonly createdAt: string | null;
  /** BHT06: CH charges, RP reporting, 31 subrogation. */
  readonly use: string;
  readonly submitter: Party;
  readonly receiver: Party;
  readonly more: readonly RawLoop[];
}

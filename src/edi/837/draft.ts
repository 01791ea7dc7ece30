import type {
  Adjudication,
  Amounts,
  Billing,
  Claim,
  ClaimHeader,
  Dates,
  OtherCoverage,
  Patient,
  References,
  ServiceLine,
  Subscriber,
} from "#edi/837/claim.ts";
import type { Party, PartyRole } from "#edi/837/party.ts";

/** What is still being read: the same fields, open for writing. */
export type Draft<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[]
    ? Item[]
    : Key extends "dates"
      ? Draft<Dates>
      : Key extends "references"
        ? Draft<References>
        : Key extends "amounts"
          ? Draft<Amounts>
          : T[Key];
};

export type PartyDraft = Draft<Party>;

/** A party of which nothing is known but its role. */
export const emptyParty = (role: PartyRole): PartyDraft => ({
  role,
  isPerson: false,
  name: "",
  first: "",
  middle: "",
  prefix: "",
  suffix: "",
  idKind: "",
  id: "",
  address: null,
  taxonomy: "",
  bornOn: null,
  sex: "",
  references: [],
  contacts: [],
  paidOn: null,
  more: [],
});

/** BHT and loops 1000, nothing read yet. */
export const emptyHeader = (): Draft<ClaimHeader> => ({
  purpose: "",
  reference: "",
  createdOn: null,
  createdAt: null,
  use: "",
  submitter: emptyParty("submitter"),
  receiver: emptyParty("receiver"),
  more: [],
});

/** Loop 2000A, nothing read yet. */
export const emptyBilling = (): Draft<Billing> => ({
  taxonomy: "",
  provider: emptyParty("billing"),
  payTo: null,
  payToPlan: null,
  more: [],
});

const noCoverage = {
  sequence: "",
  relationship: "",
  groupNumber: "",
  groupName: "",
  insuranceType: "",
  filing: "",
};

/** Loop 2000B, nothing read yet. */
export const emptySubscriber = (): Draft<Subscriber> => ({
  ...noCoverage,
  person: emptyParty("insured"),
  payer: emptyParty("payer"),
  more: [],
});

/** Loop 2000C, nothing read yet. */
export const emptyPatient = (): Draft<Patient> => ({
  relationship: "",
  person: emptyParty("patient"),
  more: [],
});

/** Loop 2320, nothing read yet. */
export const emptyOtherCoverage = (): Draft<OtherCoverage> => ({
  ...noCoverage,
  adjustments: [],
  amounts: {},
  assignsBenefits: "",
  signatureSource: "",
  releases: "",
  person: null,
  payer: null,
  providers: [],
  more: [],
});

/** Loop 2430, nothing read yet. */
export const emptyAdjudication = (): Draft<Adjudication> => ({
  payerId: "",
  paidCents: null,
  procedure: null,
  revenueCode: "",
  units: null,
  bundledInto: "",
  adjustments: [],
  paidOn: null,
  remainingCents: null,
  more: [],
});

/** A claim that is still being read, with lines of either guide. */
export type ClaimDraft<Line> = Draft<Omit<Claim<ServiceLine>, "lines">> & { lines: Line[] };

/** A claim of which nothing is known but whose it is. */
export const emptyClaim = <Line>(
  billing: Billing,
  subscriber: Subscriber,
  patient: Patient | null,
): ClaimDraft<Line> => ({
  billing,
  subscriber,
  patient,
  control: "",
  chargeCents: null,
  facility: "",
  facilityKind: "",
  frequency: "",
  providerSigned: "",
  assignment: "",
  assignsBenefits: "",
  releases: "",
  signatureSource: "",
  rest: [],
  dates: {},
  references: {},
  amounts: {},
  notes: [],
  codes: [],
  providers: [],
  otherCoverages: [],
  lines: [],
  more: [],
});

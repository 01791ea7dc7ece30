import type { OutgoingClaims } from "#edi/837/claim-writer.ts";
import type { Party, PartyRole } from "#edi/837/party.ts";
import type { InstitutionalClaim, InstitutionalLine } from "#edi/837i/institutional-claim.ts";
import type { ProfessionalClaim, ProfessionalLine } from "#edi/837p/professional-claim.ts";

const linesPerClaim = 6;
const lineCents = 28_333;

const two = (value: number): string => String(value).padStart(2, "0");

const party = (role: PartyRole, given: Partial<Party>): Party => ({
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
  ...given,
});

const address = (line1: string, zip: string) => ({
  line1,
  line2: "",
  city: "CEDAR FALLS",
  state: "IA",
  zip,
  country: "",
  subdivision: "",
});

const billing = {
  taxonomy: "261QM0801X",
  provider: party("billing", {
    name: "HARBOR STEPS RECOVERY",
    idKind: "XX",
    id: "1234567893",
    address: address("100 MILL RACE RD", "506130001"),
    references: [{ kind: "EI", value: "420000001" }],
  }),
  payTo: null,
  payToPlan: null,
  more: [],
};

const payer = party("payer", { name: "PRAIRIE HEALTH PLAN", idKind: "PI", id: "PHP01" });

const subscriberOf = (number: number) => ({
  sequence: "P",
  relationship: "18",
  groupNumber: `GRP${number % 97}`,
  groupName: "",
  insuranceType: "",
  filing: "CI",
  person: party("insured", {
    isPerson: true,
    name: "SAMPLE",
    first: `MEMBER${number}`,
    idKind: "MI",
    id: `W${String(number).padStart(9, "0")}`,
    address: address(`${number % 900} ELM ST`, "506130000"),
    bornOn: `19${60 + (number % 40)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`,
    sex: number % 2 === 0 ? "F" : "M",
  }),
  payer,
  more: [],
});

const rendering = party("rendering", {
  isPerson: true,
  name: "EXAMPLE",
  first: "CLINICIAN",
  idKind: "XX",
  id: "1245319599",
  taxonomy: "101YA0400X",
});

const monthDay = (number: number, day: number): string =>
  `2026-${two(1 + (number % 12))}-${two(day)}`;
const dayOf = (number: number, line: number): string =>
  monthDay(number, 1 + ((number + line * 2) % 28));

const diagnosis = (kind: string, code: string) => ({
  kind,
  code,
  date: null,
  amountCents: null,
  onAdmission: "",
});

const serviceOf = (number: number, line: number) => ({
  number: line + 1,
  procedure: { kind: "HC", code: "H0015", modifiers: ["HF", "HQ"], description: "" },
  chargeCents: lineCents,
  unit: "UN",
  units: 1,
  dates: { service: { from: dayOf(number, line), through: null, time: null } },
  references: { lineControl: `L${number}-${line}` },
  amounts: {},
  providers: [],
  adjudications: [],
  more: [],
});

const claimOf = (number: number) => ({
  billing,
  subscriber: subscriberOf(number),
  patient: null,
  control: `HS${String(number).padStart(8, "0")}`,
  chargeCents: lineCents * linesPerClaim,
  frequency: "1",
  providerSigned: "Y",
  assignment: "A",
  assignsBenefits: "Y",
  releases: "Y",
  signatureSource: "",
  rest: [],
  references: { priorAuthorization: `PA${number}` },
  amounts: {},
  notes: [],
  otherCoverages: [],
  more: [],
});

const professionalOf = (number: number): ProfessionalClaim => ({
  ...claimOf(number),
  facility: "11",
  facilityKind: "B",
  dates: {},
  codes: [diagnosis("ABK", "F1020"), diagnosis("ABF", "F329")],
  providers: [rendering],
  lines: Array.from({ length: linesPerClaim }, (_, line): ProfessionalLine => ({
    ...serviceOf(number, line),
    placeOfService: "11",
    pointers: [1, 2],
    emergency: "",
    epsdt: "",
    familyPlanning: "",
    copayExempt: "",
  })),
});

const institutionalOf = (number: number): InstitutionalClaim => ({
  ...claimOf(number),
  facility: "13",
  facilityKind: "A",
  dates: { statement: { from: monthDay(number, 1), through: monthDay(number, 28), time: null } },
  codes: [diagnosis("ABK", "F1020"), diagnosis("ABF", "F329"), diagnosis("BG", "92")],
  providers: [{ ...rendering, role: "attending" }],
  admissionType: "3",
  admissionSource: "1",
  patientStatus: "01",
  lines: Array.from({ length: linesPerClaim }, (_, line): InstitutionalLine => ({
    ...serviceOf(number, line),
    revenueCode: "0906",
    nonCoveredCents: null,
  })),
});

const outgoing = <Form>(claims: readonly Form[]): OutgoingClaims<Form> => ({
  interchange: {
    authorizationKind: "00",
    authorization: "",
    securityKind: "00",
    security: "",
    senderKind: "ZZ",
    sender: "HARBORSTEPS",
    receiverKind: "ZZ",
    receiver: "CLEARING",
    date: "261122",
    time: "0800",
    version: "00501",
    control: "000000001",
    wantsAcknowledgment: false,
    isTest: true,
  },
  group: {
    functional: "HC",
    sender: "HARBORSTEPS",
    receiver: "CLEARING",
    date: "20261122",
    time: "0800",
    control: "1",
    guide: "",
  },
  transactions: [
    {
      control: "0001",
      header: {
        purpose: "00",
        reference: "BATCH1",
        createdOn: "2026-11-22",
        createdAt: "08:00",
        use: "CH",
        submitter: party("submitter", {
          name: "HARBOR STEPS RECOVERY",
          idKind: "46",
          id: "HS01",
          contacts: [{ name: "BILLING", ways: [{ kind: "TE", value: "3195550100" }] }],
        }),
        receiver: party("receiver", { name: "CLEARING", idKind: "46", id: "CL01" }),
        more: [],
      },
      claims,
    },
  ],
});

/** So many made-up professional claims of an IOP, six per-diem lines each, in one transaction. */
export const professionalClaims = (count: number): OutgoingClaims<ProfessionalClaim> =>
  outgoing(Array.from({ length: count }, (_, number) => professionalOf(number)));

/** So many made-up institutional claims of an IOP, six per-diem lines each, in one transaction. */
export const institutionalClaims = (count: number): OutgoingClaims<InstitutionalClaim> =>
  outgoing(Array.from({ length: count }, (_, number) => institutionalOf(number)));

import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import * as terms from "#demo/contract-terms.ts";

/** A version of a demo contract; it begins on New Year of a year counted from this one. */
interface DemoVersion {
  readonly year: -1 | 0 | 1;
  readonly state: "draft" | "testing" | "confirmed";
  readonly terms: ContractTerms;
  readonly source: string;
}

export interface DemoContract {
  readonly payer: string;
  readonly name: string;
  readonly plan?: string;
  readonly site?: string;
  readonly program?: string;
  readonly level?: "iop" | "php";
  readonly versions: readonly DemoVersion[];
  /** Code, revenue code, whole dollars of one unit. The first price rose by a twentieth on New Year. */
  readonly fees: readonly (readonly [string | null, string | null, number])[];
}

const confirmed = (of: ContractTerms, source: string): readonly DemoVersion[] => [
  { year: -1, state: "confirmed", terms: of, source },
];

const facilityFees = [
  ["90853", null, 62],
  ["90834", null, 138],
  ["90847", null, 146],
  ["H2027", null, 21],
  ["99213", null, 118],
  ["90791", null, 212],
] as const;

const cedarBridge: readonly DemoContract[] = [
  {
    payer: "Prairie Shield Mutual",
    name: "Prairie Shield, mental health IOP",
    level: "iop",
    versions: [
      {
        year: -1,
        state: "confirmed",
        terms: terms.dayOfLastYear,
        source: "Provider agreement 4471, exhibit B, first edition",
      },
      {
        year: 0,
        state: "confirmed",
        terms: terms.dayWithComponents,
        source: "Provider agreement 4471, exhibit B, amended; letter of December 4",
      },
      {
        year: 1,
        state: "draft",
        terms: terms.dayOfNextYear,
        source: "Proposal of the payer for next year, not signed",
      },
    ],
    fees: [["S9480", "0905", 325], ...facilityFees],
  },
  {
    payer: "Prairie Shield Mutual",
    name: "Prairie Shield, evening recovery",
    program: "evening-sud",
    level: "iop",
    versions: confirmed(terms.revenueCodeOnly, "Provider agreement 4471, exhibit D"),
    fees: [[null, "0906", 298]],
  },
  {
    payer: "Summit Ridge Health Plan",
    name: "Summit Ridge, IOP of all ages",
    level: "iop",
    versions: confirmed(terms.dayForAllAges, "Summit Ridge facility manual, chapter 7"),
    fees: [["S9480", null, 342], ...facilityFees],
  },
  {
    payer: "Summit Ridge Health Plan",
    name: "Summit Ridge, substance use IOP",
    program: "evening-sud",
    level: "iop",
    versions: confirmed(terms.substanceUseDay, "Summit Ridge facility manual, chapter 8"),
    fees: [["H0015", "0906", 310], ...facilityFees],
  },
  {
    payer: "Columbine Community Medicaid",
    name: "Columbine, outpatient behavioral health",
    versions: confirmed(terms.byTheService, "Columbine billing manual, section 12"),
    fees: [
      ["90853", null, 41],
      ["90834", null, 97],
      ["90847", null, 104],
      ["90849", null, 38],
      ["H2027", null, 17],
      ["90791", null, 168],
      ["99213", null, 89],
      ["T1016", null, 19],
    ],
  },
  {
    payer: "Columbine Community Medicaid",
    name: "Columbine, substance use IOP",
    program: "evening-sud",
    level: "iop",
    versions: confirmed(terms.quarterHours, "Columbine billing manual, section 14.3"),
    fees: [
      ["H0015", null, 18],
      ["H0005", null, 44],
      ["H0004", null, 24],
      ["H2027", null, 17],
      ["H0001", null, 152],
      ["99213", null, 89],
      ["T1016", null, 19],
    ],
  },
  {
    payer: "Columbine Community Medicaid",
    name: "Columbine, partial hospitalization",
    level: "php",
    versions: confirmed(terms.partialDay, "Columbine billing manual, section 13"),
    fees: [["H0035", null, 286]],
  },
  {
    payer: "Sentinel Service Health",
    name: "Sentinel, mental health IOP",
    level: "iop",
    versions: confirmed(terms.serviceMembersDay, "Sentinel operations manual, per diem addendum"),
    fees: [
      ["S9480", "0905", 356],
      ["99213", null, 121],
    ],
  },
  {
    payer: "Sentinel Service Health",
    name: "Sentinel, substance use IOP",
    program: "evening-sud",
    level: "iop",
    versions: confirmed(
      terms.serviceMembersRecovery,
      "Sentinel operations manual, per diem addendum",
    ),
    fees: [
      ["H0015", "0906", 349],
      ["99213", null, 121],
    ],
  },
];

const harborSteps: readonly DemoContract[] = [
  {
    payer: "Prairie Shield Mutual",
    name: "Prairie Shield, Minnesota IOP",
    level: "iop",
    versions: confirmed(terms.hoursByTheMonth, "Provider agreement 2083, schedule 1"),
    fees: [["H0015", "0906", 108]],
  },
  {
    payer: "North Star Medicaid",
    name: "North Star, treatment by the hour",
    level: "iop",
    versions: [
      {
        year: -1,
        state: "testing",
        terms: terms.hoursOfTreatment,
        source: "North Star provider handbook, chapter 5",
      },
    ],
    fees: [["H2035", null, 71]],
  },
  {
    payer: "Medicare",
    name: "Medicare, hospital IOP",
    site: "hospital",
    level: "iop",
    versions: confirmed(
      terms.medicareHospital,
      "42 CFR 410.44; claims processing instructions for IOP, condition code 92",
    ),
    fees: [
      ["G0410", "0915", 142],
      ["G0177", "0942", 118],
      ["G0176", "0904", 112],
      ["90834", "0914", 164],
      ["90847", "0916", 171],
      ["90791", "0900", 236],
    ],
  },
];

export const contractsOf: Readonly<Record<string, readonly DemoContract[]>> = {
  "cedar-bridge": cedarBridge,
  "harbor-steps": harborSteps,
};

/** How a clearinghouse knows the demo's payers; all made up. */
export const electronicIds: Readonly<Record<string, string>> = {
  "Prairie Shield Mutual": "PSM01",
  "Summit Ridge Health Plan": "SRHP2",
  "Columbine Community Medicaid": "COMCD",
  "Sentinel Service Health": "SNTL7",
  "North Star Medicaid": "NSMCD",
  Medicare: "MCRA9",
};

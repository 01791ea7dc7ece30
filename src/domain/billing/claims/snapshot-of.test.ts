import { describe, expect, test } from "vitest";
import { claimDiagnoses } from "#domain/billing/claims/claim-diagnoses.ts";
import type { ClaimFacts, SessionLead } from "#domain/billing/claims/claim-facts.ts";
import { claimSnapshotSchema } from "#domain/billing/claims/claim-snapshot.ts";
import { snapshotOf } from "#domain/billing/claims/snapshot-of.ts";
import { stayCodesOf } from "#domain/billing/claims/stay-codes.ts";
import { taxonomyOfCredentials } from "#domain/billing/claims/taxonomy-of-credentials.ts";
import type { ChargeLine } from "#domain/billing/charges/day-charge.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { contractWith, idOf } from "#test/support/charged-day.ts";
import { claimFactsOf, clinician } from "#test/support/claim-facts.ts";

const [lead, other, supervisor] = [
  clinician(1, "Okonjo"),
  clinician(2, "Quintanar"),
  clinician(3, "Castellvi"),
];
const leads = new Map<string, SessionLead>([
  [idOf(1, 1), { lead, supervisor }],
  [idOf(1, 2), { lead: other, supervisor: null }],
]);

const line = (session: number, given: Partial<ChargeLine> = {}): ChargeLine => ({
  key: `line ${session}`,
  basis: "per-service",
  service: "group-therapy",
  procedure: "90853",
  modifiers: ["HE"],
  revenueCode: "0915",
  unit: "service",
  units: 1,
  priceCents: 6000,
  chargeCents: 6000,
  minutes: 60,
  isTelehealth: false,
  sessions: [
    {
      sessionId: idOf(1, session),
      attendanceId: idOf(2, 1),
      noteId: idOf(4, 1),
      minutes: 60,
      leadStaffId: null,
      leadSupervisorId: null,
    },
  ],
  rule: { code: "per-service", values: {}, source: "Section 12" },
  ...given,
});

const factsOf = (terms: Partial<ContractTerms>, given: Partial<ClaimFacts> = {}): ClaimFacts =>
  claimFactsOf(contractWith(terms).version.terms, {
    leadOf: (sessionId) => leads.get(sessionId),
    days: [{ id: idOf(21, 1), serviceDate: "2026-03-03", isTest: false, lines: [line(1)] }],
    ...given,
  });

const professional: Partial<ContractTerms> = {
  form: "professional",
  billType: null,
  placeOfService: "57",
  placeOfServiceTelehealth: "10",
  providers: { rendering: "lead", supervising: true, attending: false, serviceFacility: true },
};

test("a snapshot is whole by its own schema, and its total is the sum of its lines", () => {
  const days = [
    { id: idOf(21, 2), serviceDate: "2026-03-05", isTest: false, lines: [line(1), line(2)] },
    { id: idOf(21, 1), serviceDate: "2026-03-03", isTest: false, lines: [line(1)] },
  ];
  const snapshot = snapshotOf(factsOf(professional, { days }));
  expect(claimSnapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect(snapshot.totalCents).toBe(18_000);
  expect(snapshot.lines.map(({ number, serviceDate }) => [number, serviceDate])).toEqual([
    [1, "2026-03-03"],
    [2, "2026-03-05"],
    [3, "2026-03-05"],
  ]);
});

describe("who treated", () => {
  const days = [
    {
      id: idOf(21, 1),
      serviceDate: "2026-03-03",
      isTest: false,
      lines: [line(1), line(1), line(2)],
    },
  ];

  test("the one who led most of it stands for the claim, the other for a line of their own", () => {
    const snapshot = snapshotOf(factsOf(professional, { days }));
    expect(snapshot.rendering?.last).toBe("Okonjo");
    expect(snapshot.supervising?.last).toBe("Castellvi");
    expect(snapshot.lines.map((one) => one.rendering?.last ?? null)).toEqual([
      null,
      null,
      "Quintanar",
    ]);
    expect(snapshot.attending).toBeNull();
  });

  test("the supervisor where the payer wants it so, and the lead where nobody supervises", () => {
    const providers = {
      rendering: "supervisor",
      supervising: false,
      attending: false,
      serviceFacility: false,
    } as const;
    const snapshot = snapshotOf(factsOf({ ...professional, providers }, { days }));
    expect(snapshot.rendering?.last).toBe("Castellvi");
    expect(snapshot.lines.at(-1)?.rendering?.last).toBe("Quintanar");
  });

  test("an institutional claim has its attending, condition codes and bill type, and no place of service", () => {
    const snapshot = snapshotOf(factsOf({ conditionCodes: ["92"] }, { changeReasons: ["D9"] }));
    expect(snapshot).toMatchObject({
      attending: { last: "Brightwater" },
      rendering: null,
      billType: "13",
      conditionCodes: ["92", "D9"],
      placeOfService: null,
      lines: [{ revenueCode: "0915", pointers: [] }],
    });
  });
});

test("a place is named where it is not the billing provider's own, and only where the payer wants it", () => {
  expect(snapshotOf(factsOf(professional)).serviceFacility?.name).toBe("North");
  const own = {
    ...factsOf(professional).site,
    address: { street: "210 Alder Street", unit: null, city: "Denver", state: "CO", zip: "80203" },
  };
  expect(snapshotOf(factsOf(professional, { site: own })).serviceFacility).toBeNull();
  expect(snapshotOf(factsOf({})).serviceFacility).toBeNull();
});

test("a line by video has its own place of service in a claim that is otherwise in the room", () => {
  const lines = [line(1), line(1, { isTelehealth: true })];
  const days = [{ id: idOf(21, 1), serviceDate: "2026-03-03", isTest: false, lines }];
  const mixed = snapshotOf(factsOf(professional, { days }));
  expect([mixed.placeOfService, ...mixed.lines.map((one) => one.placeOfService)]).toEqual([
    "57",
    null,
    "10",
  ]);
  const distant = [
    {
      ...days[0],
      id: idOf(21, 1),
      serviceDate: "2026-03-03",
      isTest: false,
      lines: lines.slice(1),
    },
  ];
  expect(snapshotOf(factsOf(professional, { days: distant })).placeOfService).toBe("10");
});

test("a policy of somebody else names them, and the patient below", () => {
  const parent = { ...factsOf({}).patient, first: "Parent", bornOn: "1970-01-01" };
  const coverage = { ...factsOf({}).coverage, relation: "child", subscriber: parent } as const;
  const snapshot = snapshotOf(factsOf({}, { coverage }));
  expect(snapshot.subscriber).toMatchObject({
    first: "Parent",
    bornOn: "1970-01-01",
    relation: "child",
  });
  expect(snapshot.patient).toMatchObject({ first: "Ana", sex: "F" });
});

test("a code that the contract suppresses takes its modifiers with it", () => {
  const lines = [line(1, { procedure: null })];
  const days = [{ id: idOf(21, 1), serviceDate: "2026-03-03", isTest: false, lines }];
  expect(snapshotOf(factsOf({}, { days })).lines[0]).toMatchObject({
    procedure: null,
    modifiers: [],
  });
});

describe("diagnoses", () => {
  const diagnosis = (code: string, rank: number, resolvedOn: string | null = null) => ({
    code,
    rank,
    diagnosedOn: "2026-03-01",
    resolvedOn,
  });
  const days = { from: "2026-03-03", through: "2026-03-09" };

  test("stand by rank, the first that the payer takes as principal in front", () => {
    const all = [diagnosis("F41.1", 2), diagnosis("F33.1", 1), diagnosis("F10.20", 3)];
    const codes = (prefixes: string[], most = 12) =>
      claimDiagnoses(all, { primaryPrefixes: prefixes, most }, days).map((one) => one.code);
    expect(codes([])).toEqual(["F33.1", "F41.1", "F10.20"]);
    expect(codes(["F1"])).toEqual(["F10.20", "F33.1", "F41.1"]);
    expect(codes(["F1"], 2)).toEqual(["F10.20", "F33.1"]);
    expect(codes(["Z"])).toEqual(["F33.1", "F41.1", "F10.20"]);
  });

  test("count while they held on a day of the claim, and once each", () => {
    const all = [diagnosis("F33.1", 1, "2026-03-02"), diagnosis("F33.2", 1), diagnosis("F33.2", 4)];
    const terms = { primaryPrefixes: [], most: 12 };
    expect(claimDiagnoses(all, terms, days)).toEqual([{ code: "F33.2", rank: 1 }]);
  });
});

test("an interim bill says 30, one through the last day never does", () => {
  const stay = (patientStatus: "still-in-care" | "hospital") =>
    ({ admissionType: "urgent", admissionSource: "court", patientStatus }) as const;
  expect(stayCodesOf(stay("still-in-care"), "2")).toEqual({ type: "2", source: "8", status: "30" });
  expect(stayCodesOf(stay("hospital"), "3").status).toBe("30");
  expect(stayCodesOf(stay("hospital"), "4").status).toBe("02");
  expect(stayCodesOf(stay("still-in-care"), "1").status).toBe("01");
});

test("a clinician is to a payer what the highest of the letters says", () => {
  expect(taxonomyOfCredentials(["CADC", "LCSW"])).toBe("1041C0700X");
  expect(taxonomyOfCredentials(["cpr", "md"])).toBe("2084P0800X");
  expect(taxonomyOfCredentials(["CPR"])).toBeNull();
});

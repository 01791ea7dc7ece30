import type { PricedContract } from "#domain/billing/charges/charge-line-of.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import type { ContractTerms, PerDiem, ServiceTerm } from "#domain/payers/contract-terms.ts";

/** A made-up id that says in a failing test which record it is. */
export const idOf = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** A group of an hour, attended in full, signed, in the room; the number says which, and when in the day. */
export const serviceAt = (number: number, facts: Partial<DayService> = {}): DayService => ({
  sessionId: idOf(1, number),
  attendanceId: idOf(2, number),
  sessionName: `Group ${number}`,
  service: "group-therapy",
  startedAt: `2026-03-02T${String(8 + number).padStart(2, "0")}:00:00Z`,
  endedAt: `2026-03-02T${String(9 + number).padStart(2, "0")}:00:00Z`,
  creditedMinutes: 60,
  deliveredMinutes: facts.creditedMinutes ?? 60,
  mode: "room",
  status: "present",
  isOver: true,
  leadStaffId: idOf(3, 1),
  leadSupervisorId: null,
  leadCredentials: ["LCSW"],
  noteId: idOf(4, number),
  noteState: "signed",
  noteMinutes: facts.creditedMinutes ?? 60,
  servesPerDiem: true,
  ...facts,
});

/** A Monday of somebody in an IOP with these services. */
export const dayOf = (
  services: readonly DayService[],
  facts: Partial<Omit<DayFacts, "services">> = {},
): DayFacts => ({
  serviceDate: "2026-03-02",
  zone: "America/Denver",
  patientId: idOf(5, 1),
  siteId: idOf(6, 1),
  enrollment: {
    id: idOf(7, 1),
    programId: idOf(13, 1),
    levelOfCareId: idOf(8, 1),
    population: "adult",
    label: "mental-health",
    admittedOn: "2026-02-02",
    endedOn: null,
  },
  coverage: { id: idOf(9, 1), payerId: idOf(10, 1), planName: null },
  services: [...services],
  diagnoses: [{ code: "F33.1", rank: 1 }],
  authorizations: [],
  releases: [],
  refusedToPayer: null,
  credentialLapsed: [],
  ...facts,
});

export const perDiemOfThreeHours: PerDiem = {
  procedure: { code: "S9480", modifiers: [] },
  revenueCode: "0905",
  unit: "day",
  quarterRule: "full",
  maxUnits: 1,
  minimumMinutes: 180,
  minimumServices: null,
};

export const termOf = (
  service: ServiceTerm["service"],
  facts: Partial<ServiceTerm> = {},
): ServiceTerm => ({
  service,
  mode: "in-per-diem",
  procedure: null,
  revenueCode: null,
  unit: "service",
  quarterRule: "full",
  minimumMinutes: 0,
  maxPerDay: null,
  ...facts,
});

const plainTerms: ContractTerms = {
  form: "institutional",
  filing: "CI",
  perDiem: perDiemOfThreeHours,
  belowMinimum: "not-billable",
  services: [termOf("group-therapy")],
  modifiers: [],
  billType: "13",
  conditionCodes: [],
  placeOfService: null,
  placeOfServiceTelehealth: null,
  frequency: "admit-through-discharge",
  claimSpan: "week",
  datesPerClaim: null,
  weekStartsOn: 1,
  diagnosis: { primaryPrefixes: [], most: 12 },
  authorization: { needed: false, unit: "days" },
  timelyFilingDays: 180,
  providers: { rendering: "none", supervising: false, attending: true, serviceFacility: false },
};

/** A confirmed contract with a price for every code that is named. */
export const contractWith = (
  terms: Partial<ContractTerms> = {},
  prices: Readonly<Record<string, number>> = { S9480: 30_000 },
): PricedContract => ({
  contract: {
    id: idOf(11, 1),
    payerId: idOf(10, 1),
    planName: null,
    siteId: null,
    programId: null,
    levelOfCareId: null,
  },
  version: {
    id: idOf(12, 1),
    number: 1,
    state: "confirmed",
    publishedAt: "2025-12-01T00:00:00Z",
    effectiveFrom: "2026-01-01",
    effectiveTo: null,
    terms: { ...plainTerms, ...terms },
    source: "Provider agreement, exhibit B",
  },
  fees: Object.entries(prices).map(([code, amountCents]) => ({
    code: /^\d{4}$/u.test(code) ? null : code,
    revenueCode: /^\d{4}$/u.test(code) ? code : null,
    levelOfCareId: null,
    from: "2026-01-01",
    to: null,
    amountCents,
  })),
});

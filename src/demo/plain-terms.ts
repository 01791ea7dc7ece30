import type { BillingService } from "#domain/payers/billing-service.ts";
import type {
  ContractProcedure,
  ContractTerms,
  PerDiem,
  ServiceTerm,
} from "#domain/payers/contract-terms.ts";

const procedure = (code: string | null, modifiers: readonly string[] = []) =>
  code === null ? null : ({ code, modifiers: [...modifiers] } satisfies ContractProcedure);

/** A per diem of adults on one day, by code, revenue code or both. */
export const perDiem = (
  code: string | null,
  revenueCode: string | null,
  more: Partial<PerDiem> = {},
): PerDiem => ({
  procedure: procedure(code),
  revenueCode,
  unit: "day",
  quarterRule: "full",
  maxUnits: 1,
  minimumMinutes: 150,
  minimumServices: null,
  ...more,
});

/** What becomes of a service, once a day unless it says otherwise. */
export const service = (
  name: BillingService,
  mode: ServiceTerm["mode"],
  code: string | null = null,
  revenueCode: string | null = null,
  more: Partial<ServiceTerm> = {},
): ServiceTerm => ({
  service: name,
  mode,
  procedure: procedure(code),
  revenueCode,
  unit: "service",
  quarterRule: "full",
  minimumMinutes: 0,
  maxPerDay: 1,
  ...more,
});

/** What most contracts for a licensed facility say; each of those below differs from it in ways of its own. */
export const facility = (more: Partial<ContractTerms>): ContractTerms => ({
  form: "institutional",
  filing: "CI",
  perDiem: perDiem("S9480", "0905"),
  belowMinimum: "not-billable",
  services: [],
  modifiers: [],
  billType: "13",
  conditionCodes: [],
  placeOfService: null,
  placeOfServiceTelehealth: null,
  frequency: "admit-through-discharge",
  claimSpan: "week",
  datesPerClaim: null,
  weekStartsOn: 1,
  diagnosis: { primaryPrefixes: ["F"], most: 12 },
  authorization: { needed: true, unit: "days" },
  timelyFilingDays: 180,
  providers: { rendering: "none", supervising: false, attending: true, serviceFacility: false },
  ...more,
});

/** What most contracts that pay for professional services say. */
export const practice = (more: Partial<ContractTerms>): ContractTerms =>
  facility({
    form: "professional",
    filing: "MC",
    perDiem: null,
    billType: null,
    placeOfService: "57",
    claimSpan: "day",
    timelyFilingDays: 120,
    providers: { rendering: "lead", supervising: false, attending: false, serviceFacility: true },
    ...more,
  });

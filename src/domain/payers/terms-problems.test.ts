import { describe, expect, it } from "vitest";
import { contractTermsSchema, type ContractTerms } from "#domain/payers/contract-terms.ts";
import { termsProblems } from "#domain/payers/terms-problems.ts";

const group = {
  service: "group-therapy",
  mode: "component",
  procedure: { code: "90853", modifiers: [] },
  revenueCode: "0915",
  unit: "service",
  quarterRule: "full",
  minimumMinutes: 45,
  maxPerDay: 1,
} as const;

const terms = (more: Record<string, unknown> = {}): ContractTerms =>
  contractTermsSchema.parse({
    form: "institutional",
    filing: "CI",
    perDiem: {
      procedure: { code: "s9480", modifiers: [] },
      revenueCode: "0905",
      unit: "day",
      quarterRule: "full",
      maxUnits: 1,
      minimumMinutes: 150,
      minimumServices: null,
    },
    belowMinimum: "components",
    services: [group],
    modifiers: [],
    billType: "13",
    conditionCodes: [],
    placeOfService: "",
    placeOfServiceTelehealth: null,
    frequency: "admit-through-discharge",
    claimSpan: "week",
    datesPerClaim: 7,
    weekStartsOn: 1,
    diagnosis: { primaryPrefixes: ["f1"], most: 12 },
    authorization: { needed: true, unit: "days" },
    timelyFilingDays: 180,
    providers: { rendering: "none", supervising: false, attending: true, serviceFacility: false },
    ...more,
  });

const professional = {
  form: "professional",
  billType: null,
  placeOfService: "57",
  providers: { rendering: "lead", supervising: false, attending: false, serviceFacility: false },
};
const perDiem = terms().perDiem;
const always = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    when: { kind: "always" },
    modifier: `U${place}`,
  }));

describe("terms of a contract", () => {
  it("are read as people type them, and fit", () => {
    expect(terms().perDiem?.procedure?.code).toBe("S9480");
    expect(terms().placeOfService).toBeNull();
    expect(terms().diagnosis.primaryPrefixes).toEqual(["F1"]);
    expect(termsProblems(terms())).toEqual({});
    expect(termsProblems(terms(professional))).toEqual({});
  });

  it.each([
    [
      "a suppressed HCPCS on an institutional line",
      { perDiem: { ...perDiem, procedure: null } },
      [],
    ],
    [
      "a suppressed HCPCS on a professional line",
      { ...professional, perDiem: { ...perDiem, procedure: null } },
      ["perDiem.procedure"],
    ],
    [
      "no revenue code on an institutional line",
      { perDiem: { ...perDiem, revenueCode: null } },
      ["perDiem.revenueCode"],
    ],
    [
      "no revenue code on a component",
      { services: [{ ...group, revenueCode: null }] },
      ["services.0.revenueCode"],
    ],
    ["no bill type", { billType: "" }, ["billType"]],
    [
      "no attending on an institutional claim",
      { providers: { ...terms().providers, attending: false } },
      ["providers.attending"],
    ],
    ["no place of service", { ...professional, placeOfService: null }, ["placeOfService"]],
    [
      "what belongs to the other form",
      { ...professional, billType: "13", conditionCodes: ["92"], frequency: "interim" },
      ["billType", "conditionCodes", "frequency"],
    ],
    [
      "a place of service on an institutional claim",
      { placeOfService: "57", placeOfServiceTelehealth: "10" },
      ["placeOfService", "placeOfServiceTelehealth"],
    ],
    ["components without one", { services: [{ ...group, mode: "in-per-diem" }] }, ["belowMinimum"]],
    ["components without a per diem", { perDiem: null, services: [group] }, ["services.0"]],
    [
      "both regimes at once",
      { services: [group, { ...group, service: "education", mode: "per-service" }] },
      ["services.1"],
    ],
    ["the same step twice", { services: [group, group] }, ["services.1"]],
    [
      "a second step from more minutes",
      { services: [group, { ...group, minimumMinutes: 90 }] },
      [],
    ],
    ["a day that holds nothing", { belowMinimum: "not-billable", services: [] }, ["services"]],
    ["nothing that bills", { perDiem: null, services: [] }, ["services"]],
    ["two units of one day", { perDiem: { ...perDiem, maxUnits: 2 } }, ["perDiem.maxUnits"]],
    [
      "five modifiers on every line",
      { modifiers: always(5) },
      ["perDiem.procedure", "services.0.procedure"],
    ],
    ["several dates on a claim of one day", { claimSpan: "day" }, ["datesPerClaim"]],
  ])("%s", (_, more, fields) => {
    expect(Object.keys(termsProblems(terms(more))).toSorted()).toEqual([...fields].toSorted());
  });

  it.each([
    [
      "a code of four characters",
      { perDiem: { ...perDiem, procedure: { code: "H001", modifiers: [] } } },
    ],
    ["a revenue code without its zero", { perDiem: { ...perDiem, revenueCode: "905" } }],
    ["a modifier of three", { modifiers: [{ when: { kind: "always" }, modifier: "HQX" }] }],
    ["a bill type with its frequency", { billType: "131" }],
    ["a diagnosis that is none", { diagnosis: { primaryPrefixes: ["10F"], most: 12 } }],
    ["an eighth day of the week", { weekStartsOn: 8 }],
    ["no day to file", { timelyFilingDays: 0 }],
  ])("%s is refused by its shape", (_, more) => {
    expect(() => terms(more)).toThrow();
  });
});

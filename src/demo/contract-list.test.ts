import { describe, expect, it } from "vitest";
import { termsProblems } from "#domain/payers/terms-problems.ts";
import { unpricedLines } from "#domain/payers/unpriced.ts";
import { contractsOf, electronicIds } from "#demo/contract-list.ts";
import { membersOf } from "#demo/members.ts";

const all = Object.entries(contractsOf).flatMap(([slug, contracts]) =>
  contracts.map((contract) => ({ slug, ...contract })),
);

describe("contracts of the demo", () => {
  it.each(all.map((contract) => [contract.name, contract] as const))(
    "%s fits together, and everything it bills has a price",
    (_, { versions, fees }) => {
      const priced = fees.map(([code, revenueCode, dollars]) => ({
        code,
        revenueCode,
        levelOfCareId: null,
        from: "2026-01-01",
        to: null,
        amountCents: dollars * 100,
      }));
      for (const { terms } of versions) {
        expect(termsProblems(terms)).toEqual({});
        expect(unpricedLines(terms, priced, "2026-11-19")).toEqual([]);
      }
    },
  );

  it("are there for every payer of the people in care, and a clearinghouse knows each", () => {
    for (const [slug, programs] of Object.entries(membersOf)) {
      const contracted = (contractsOf[slug] ?? []).map(({ payer }) => payer);
      const payers = Object.values(programs).flatMap((members) =>
        members.flatMap(({ payer }) => (payer === null ? [] : [payer])),
      );
      for (const payer of payers) {
        expect(contracted).toContain(payer);
        expect(electronicIds).toHaveProperty([payer]);
      }
    }
  });

  it("differ in every axis", () => {
    const terms = all.flatMap(({ versions }) => versions.map((version) => version.terms));
    const variety = (axis: (of: (typeof terms)[number]) => unknown): number =>
      new Set(terms.map((of) => JSON.stringify(axis(of)))).size;
    expect(variety(({ form }) => form)).toBe(2);
    expect(variety(({ perDiem }) => perDiem?.unit)).toBe(4);
    expect(variety(({ perDiem }) => perDiem?.procedure?.code ?? null)).toBeGreaterThanOrEqual(5);
    expect(variety(({ perDiem }) => perDiem?.minimumMinutes)).toBeGreaterThanOrEqual(4);
    expect(variety(({ belowMinimum }) => belowMinimum)).toBe(2);
    expect(variety(({ claimSpan }) => claimSpan)).toBe(4);
    expect(variety(({ frequency }) => frequency)).toBe(2);
    expect(variety(({ datesPerClaim }) => datesPerClaim)).toBeGreaterThanOrEqual(4);
    expect(variety(({ timelyFilingDays }) => timelyFilingDays)).toBeGreaterThanOrEqual(4);
    expect(variety(({ modifiers }) => modifiers)).toBeGreaterThanOrEqual(4);
    expect(variety(({ diagnosis }) => diagnosis)).toBeGreaterThanOrEqual(4);
    expect(variety(({ filing }) => filing)).toBeGreaterThanOrEqual(5);
    expect(variety(({ weekStartsOn }) => weekStartsOn)).toBe(2);
    expect(variety(({ providers }) => providers)).toBeGreaterThanOrEqual(3);
  });
});

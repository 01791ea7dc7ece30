import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feeOn, type FeeQuestion, type PricedCode } from "#domain/payers/fee.ts";

const asked: FeeQuestion = {
  code: "H0015",
  revenueCode: "0906",
  levelOfCareId: "iop",
  on: "2026-11-19",
};
const fee = (amountCents: number, more: Partial<PricedCode> = {}): PricedCode => ({
  code: "H0015",
  revenueCode: null,
  levelOfCareId: null,
  from: "2026-01-01",
  to: null,
  amountCents,
  ...more,
});

describe("the price of a unit", () => {
  it("is that of its code, whatever the revenue code, unless one names both", () => {
    expect(feeOn([fee(100)], asked)).toBe(100);
    expect(feeOn([fee(100), fee(200, { revenueCode: "0906" })], asked)).toBe(200);
    expect(feeOn([fee(200, { revenueCode: "0905" })], asked)).toBeNull();
  });

  it("is that of its level before that of any level", () => {
    const ofLevel = fee(300, { levelOfCareId: "iop" });
    expect(feeOn([fee(200, { revenueCode: "0906" }), ofLevel], asked)).toBe(300);
    expect(feeOn([ofLevel], { ...asked, levelOfCareId: "php" })).toBeNull();
  });

  it("without a code prices only lines that have none", () => {
    const bare = fee(400, { code: null, revenueCode: "0906" });
    expect(feeOn([bare], asked)).toBeNull();
    expect(feeOn([bare], { ...asked, code: null })).toBe(400);
    expect(feeOn([bare], { ...asked, code: null, revenueCode: "0905" })).toBeNull();
    expect(feeOn([bare], { ...asked, code: null, revenueCode: null })).toBeNull();
  });

  it("holds from its first day to its last, both included", () => {
    const dated = [fee(100, { to: "2026-06-30" }), fee(120, { from: "2026-07-01" })];
    const on = (day: string) => feeOn(dated, { ...asked, on: day });
    expect([on("2025-12-31"), on("2026-01-01"), on("2026-06-30"), on("2026-07-01")]).toEqual([
      null,
      100,
      100,
      120,
    ]);
  });

  it("is one of the prices there are, or none; never another code's", () => {
    const code = fc.constantFrom("H0015", "S9480", null);
    const revenueCode = fc.constantFrom("0905", "0906", null);
    const levelOfCareId = fc.constantFrom("iop", "php", null);
    const any = fc.record({
      code,
      revenueCode,
      levelOfCareId,
      from: fc.constantFrom("2026-01-01", "2026-11-20"),
      to: fc.constantFrom(null, "2026-11-01"),
      amountCents: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(any), code, revenueCode, (fees, wanted, revenue) => {
        const answer = feeOn(fees, { ...asked, code: wanted, revenueCode: revenue });
        const possible = fees.filter((one) => one.code === wanted).map((one) => one.amountCents);
        expect(answer === null || possible.includes(answer)).toBe(true);
      }),
    );
  });
});

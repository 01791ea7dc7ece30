import { expect, test } from "vitest";
import type { PricedCode } from "#domain/payers/fee.ts";
import { unpricedLines } from "#domain/payers/unpriced.ts";
import { sampleTerms } from "#test/support/contract-records.ts";

const fee = (code: string | null, more: Partial<PricedCode> = {}): PricedCode => ({
  code,
  revenueCode: null,
  levelOfCareId: null,
  from: "2026-01-01",
  to: null,
  amountCents: 100,
  ...more,
});
const on = "2026-11-19";
const codes = (fees: readonly PricedCode[], terms = sampleTerms) =>
  unpricedLines(terms, fees, on).map(({ code, revenueCode }) => code ?? revenueCode);

test("what is billed and has no price on the day is named, each once", () => {
  expect(codes([])).toEqual(["S9480", "90853"]);
  expect(codes([fee("S9480"), fee("90853", { to: "2026-11-18" })])).toEqual(["90853"]);
  expect(codes([fee("S9480"), fee("90853", { levelOfCareId: "iop" })])).toEqual([]);
  const [group] = sampleTerms.services;
  const twice = { ...sampleTerms, services: group === undefined ? [] : [group, group] };
  expect(codes([fee("S9480")], twice)).toEqual(["90853"]);
});

test("what is never billed alone needs no price, a suppressed code needs that of its revenue code", () => {
  const services = sampleTerms.services.map((one) => ({ ...one, mode: "in-per-diem" as const }));
  expect(codes([fee("S9480")], { ...sampleTerms, services })).toEqual([]);
  const { perDiem } = sampleTerms;
  const bare = perDiem === null ? null : { ...perDiem, procedure: null };
  const suppressed = { ...sampleTerms, services, perDiem: bare };
  expect(codes([fee("S9480")], suppressed)).toEqual(["0905"]);
  expect(codes([fee(null, { revenueCode: "0905" })], suppressed)).toEqual([]);
});

import { expect, test } from "vitest";
import { lacksOf, type StayRecords } from "#domain/admissions/stay-lack.ts";

const whole: StayRecords = {
  label: "part-2",
  hasSeat: true,
  hasConsent: true,
  payerAuthorizes: true,
  hasAuthorization: true,
  hasMeasure: true,
};

test.each<[Partial<StayRecords>, string[]]>([
  [{}, []],
  [{ hasSeat: false }, ["seat"]],
  [{ hasConsent: false }, ["consent"]],
  [{ hasConsent: false, label: "restricted" }, ["consent"]],
  [{ hasConsent: false, label: "mental-health" }, []],
  [{ hasAuthorization: false }, ["authorization"]],
  [{ hasAuthorization: false, payerAuthorizes: false }, []],
  [{ hasMeasure: false, hasSeat: false }, ["seat", "measure"]],
])("%o lacks %j", (records, lacks) => {
  expect(lacksOf({ ...whole, ...records })).toEqual(lacks);
});

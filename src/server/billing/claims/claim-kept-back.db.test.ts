import { afterAll, beforeAll, expect, test } from "vitest";
import { explainDay } from "#domain/billing/charges/day-charge.api.ts";
import { exportClaims, rehearseExport, sumExport } from "#domain/billing/claims/claim-file.api.ts";
import { buildClaims, listClaims } from "#domain/billing/claims/claim.api.ts";
import { recheckClaims } from "#server/billing/claims/recheck.service.ts";
import { newId } from "#server/platform/ids.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { testNow } from "#test/support/test-product.ts";

const serviceDate = "2026-11-19";
const range = { from: "2026-11-01", to: serviceDate };
let house: ClaimHouse;
beforeAll(async () => {
  house = await openClaimHouse();
});
afterAll(() => house.close());

const keepBack = async ({ patientId }: CoveredMember) => {
  const id = newId();
  await house.program.add("restriction", {
    id,
    patient_id: patientId,
    asked_on: serviceDate,
    asked_by: "Ana",
    asker_relation: "patient",
    recipient_kind: "class",
    recipients: "{health-plans}",
    information: "{billing}",
    purposes: "{payment}",
    paid_in_full: true,
    answer: "agreed",
    answered_on: serviceDate,
    answered_by: "Dana Director",
    answer_reason: "It was paid in full.",
    created_at: testNow,
  });
  return async (): Promise<void> => {
    await house.run(
      `update stepwell.restriction set ended_on = '${serviceDate}', end_ground = 'agreed-aloud', end_reason = 'x'
        where organization_id = $1 and id = $2`,
      id,
    );
  };
};
const claimsOf = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listClaims, { patientId })).rows;

test("what is kept from health plans (42 CFR 2.26(a)(6)) leaves in no claim, until the patient takes it back", async () => {
  const member = await house.insured("Ana");
  await house.day(member);
  await house.done(house.biller, buildClaims, range);
  const end = await keepBack(member);
  const rehearsed = await house.done(house.biller, rehearseExport, range);
  expect(rehearsed).toMatchObject({
    files: [],
    held: [{ reasons: ["kept-back"], isAtTheDoor: true }],
  });
  const nothing = { claims: 0, totalCents: 0, voids: 0, voidCents: 0 };
  const whole = { ...nothing, claims: 1, totalCents: rehearsed.held[0]?.totalCents };
  const sums = () => house.done(house.biller, sumExport, range);
  expect(await sums()).toEqual({ ready: nothing, keptBack: whole });
  expect(await house.done(house.stranger, sumExport, range)).toEqual({
    ready: nothing,
    keptBack: nothing,
  });
  expect(await house.refused(house.therapist, sumExport, range)).toMatchObject({ status: 403 });
  expect(await house.done(house.biller, exportClaims, range)).toMatchObject({ files: [] });
  expect(await claimsOf(member)).toMatchObject([{ state: "scrubbed", holds: ["kept-back"] }]);
  const recheck = () => house.product.inside(house.here, recheckClaims);
  expect(await recheck()).toBe(0);
  await end();
  expect(await recheck()).toBe(1);
  expect(await sums()).toEqual({ ready: whole, keptBack: nothing });
  expect((await house.done(house.biller, exportClaims, range)).files).toHaveLength(1);
});

test("a day of theirs waits, and says so, before any claim is made of it", async () => {
  const member = await house.insured("Bea");
  await keepBack(member);
  await house.day(member);
  await house.done(house.biller, buildClaims, range);
  expect(await claimsOf(member)).toEqual([]);
  const { enrollmentId } = member;
  const day = await house.done(house.biller, explainDay, { enrollmentId, serviceDate });
  expect(JSON.stringify(day)).toContain("kept-back");
});

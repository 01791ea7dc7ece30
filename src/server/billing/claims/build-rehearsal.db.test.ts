import { afterAll, beforeAll, expect, test } from "vitest";
import { recomputeDays } from "#domain/billing/charges/day-charge.api.ts";
import { buildClaims, rehearseBuild } from "#domain/billing/claims/claim.api.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

// November 19, 2026 is a Thursday: the week from Monday the 16th is not over.
const range = { from: "2026-11-02", to: "2026-11-19" };
let house: ClaimHouse;
beforeAll(async () => {
  house = await openClaimHouse({ claimSpan: "week", weekStartsOn: 1 });
});
afterAll(() => house.close());

const rehearse = () => house.done(house.biller, rehearseBuild, range);
const nothing = { days: 0, totalCents: 0 };

test("what building would make is what it makes; what stays behind says for what, and nothing is kept by asking", async () => {
  expect(await rehearse()).toEqual({
    claims: 0,
    billed: nothing,
    running: nothing,
    unsettled: nothing,
  });
  const [whole, half] = [await house.insured("Ivy"), await house.insured("Una")];
  await house.day(whole, 9);
  await house.day(whole, 7);
  await house.day(whole, 1);
  // One bill covers a week: a day of it that is not signed keeps the other.
  await house.day(half, 9);
  const unsigned = await house.day(half, 7);
  await house.run(
    "delete from stepwell.member_note where organization_id = $1 and session_id = $2",
    unsigned,
  );
  await house.done(house.biller, recomputeDays, range);
  const rehearsed = await rehearse();
  expect(rehearsed).toEqual({
    claims: 1,
    billed: { days: 2, totalCents: 60_000 },
    running: { days: 1, totalCents: 30_000 },
    unsettled: { days: 1, totalCents: 30_000 },
  });
  expect(await rehearse()).toEqual(rehearsed);
  expect(await house.done(house.biller, buildClaims, range)).toMatchObject({
    built: rehearsed.claims,
    totalCents: rehearsed.billed.totalCents,
  });
  expect(await rehearse()).toEqual({ ...rehearsed, claims: 0, billed: nothing });
});

test("another organization is told of nothing here", async () => {
  expect(await house.done(house.stranger, rehearseBuild, range)).toMatchObject({
    claims: 0,
    running: nothing,
    unsettled: nothing,
  });
});

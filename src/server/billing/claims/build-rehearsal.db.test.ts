import { afterAll, beforeAll, expect, test } from "vitest";
import {
  listDayBills,
  listDayCharges,
  recomputeDays,
} from "#domain/billing/charges/day-charge.api.ts";
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
  const { bills } = await house.done(house.biller, listDayBills, range);
  const idsOn = async (serviceDate: string) => {
    const asked = { from: serviceDate, to: serviceDate, state: "ready" } as const;
    const { rows } = await house.done(house.biller, listDayCharges, asked);
    return rows.map(({ id }) => id);
  };
  // November 10 and 12 of the one, November 10 of the other, who misses the note of the 12th; the 18th lies in a week that runs.
  const week = { claimSpan: "week", comesOn: null, waitsFor: null };
  const [both, whole12, running] = await Promise.all(
    ["2026-11-10", "2026-11-12", "2026-11-18"].map(idsOn),
  );
  expect(bills).toHaveLength(3);
  expect(bills.find(({ standing }) => standing === "running")).toEqual({
    ...week,
    standing: "running",
    comesOn: "2026-11-22",
    dayChargeIds: running,
  });
  const unsettled = bills.find(({ standing }) => standing === "unsettled");
  expect(unsettled).toMatchObject({ ...week, waitsFor: "2026-11-12" });
  const now = bills.find(({ standing }) => standing === "now");
  expect(now).toMatchObject(week);
  expect([...(now?.dayChargeIds ?? []), ...(unsettled?.dayChargeIds ?? [])].toSorted()).toEqual(
    [...(both ?? []), ...(whole12 ?? [])].toSorted(),
  );
  expect(await rehearse()).toEqual(rehearsed);
  expect(await house.done(house.biller, buildClaims, range)).toMatchObject({
    built: rehearsed.claims,
    totalCents: rehearsed.billed.totalCents,
  });
  expect(await rehearse()).toEqual({ ...rehearsed, claims: 0, billed: nothing });
  const { bills: later } = await house.done(house.biller, listDayBills, range);
  expect(later.map(({ standing }) => standing).toSorted()).toEqual(["running", "unsettled"]);
});

test("another organization is told of nothing here", async () => {
  expect(await house.done(house.stranger, rehearseBuild, range)).toMatchObject({
    claims: 0,
    running: nothing,
    unsettled: nothing,
  });
  expect(await house.done(house.stranger, listDayBills, range)).toEqual({ bills: [] });
});

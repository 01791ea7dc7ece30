import { afterAll, beforeAll, expect, test } from "vitest";
import { recomputeDays } from "#domain/billing/charges/day-charge.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import {
  openChargeHouse,
  type ChargeHouse,
  type CoveredMember,
} from "#test/support/charge-house.ts";

const today = "2026-11-19";
let house: ChargeHouse;
let ana: CoveredMember;
let session: string;
beforeAll(async () => {
  house = await openChargeHouse({}, claimRoutes);
  ana = await house.member("Ana", "Marlowe");
  session = await house.group([ana], 0, 180);
});
afterAll(() => house.close());

/** A diagnosis that begins later is none of this day. */
const diagnosedOn = (day: string) =>
  house.run(
    "update stepwell.enrollment_diagnosis set diagnosed_on = $3 where organization_id = $1 and patient_id = $2",
    ana.patientId,
    day,
  );

/** Makes the days anew so many minutes after the first time, and tells since when each reason holds the day. */
const sinceAt = async (minutes: number) => {
  house.product.clock.moveTo(`${today}T20:${String(minutes).padStart(2, "0")}:00Z`);
  await house.done(house.biller, recomputeDays, { from: today, to: today });
  const { rows } = await house.done(house.biller, listHolds, { patientId: ana.patientId });
  return Object.fromEntries(rows.map(({ code, raisedAt }) => [code, raisedAt.slice(11, 16)]));
};

test("a day that is made anew for one reason does not begin to wait anew for another", async () => {
  expect(await sinceAt(0)).toEqual({ "note-missing": "20:00" });
  await diagnosedOn("2026-12-01");
  expect(await sinceAt(10)).toEqual({ "note-missing": "20:00", "no-diagnosis": "20:10" });
  await house.sign(session);
  expect(await sinceAt(20)).toEqual({ "no-diagnosis": "20:10" });
});

test("what ended in between begins anew", async () => {
  await diagnosedOn("2026-11-02");
  expect(await sinceAt(30)).toEqual({});
  await diagnosedOn("2026-12-01");
  expect(await sinceAt(40)).toEqual({ "no-diagnosis": "20:40" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { chargeDay, chargeRange } from "#server/billing/charges/day-charge.service.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openChargeHouse,
  type ChargeHouse,
  type CoveredMember,
} from "#test/support/charge-house.ts";

const today = "2026-11-19";
const before = "2026-11-17";
let house: ChargeHouse;
let member: CoveredMember;
beforeAll(async () => {
  house = await openChargeHouse({ authorization: { needed: true, unit: "days" } });
  member = await house.member("Ana", "Marlowe");
  await house.program.add("authorization", {
    id: newId(),
    patient_id: member.patientId,
    enrollment_id: member.enrollmentId,
    coverage_id: member.coverageId,
    number: "A-1",
    starts_on: "2026-11-01",
    ends_on: "2026-11-30",
    units: 1,
    unit: "days",
    created_at: `${today}T00:00:00Z`,
  });
});
afterAll(() => house.close());

/** A signed group on a day, with so many credited minutes. */
const groupOn = async (date: string, minutes: number): Promise<void> => {
  const sessionId = await house.group([member], 0, minutes);
  await house.run(
    "update stepwell.session set service_date = $3 where organization_id = $1 and id = $2",
    sessionId,
    date,
  );
  await house.run(
    "update stepwell.attendance set service_date = $3 where organization_id = $1 and session_id = $2",
    sessionId,
    date,
  );
  await house.sign(sessionId);
};

const setMinutes = async (date: string, minutes: number): Promise<void> => {
  await house.run(
    "update stepwell.attendance set delivered_minutes = $3, credited_minutes = $3 where organization_id = $1 and service_date = $2",
    date,
    minutes,
  );
  await house.run(
    "update stepwell.member_note set credited_minutes = $3 where organization_id = $1 and service_date = $2",
    date,
    minutes,
  );
};

const statesOf = async () =>
  (await house.done(house.biller, listDayCharges, {})).rows
    .map(({ serviceDate, state, holds }) => [serviceDate, state, ...holds.map(({ code }) => code)])
    .toSorted();

test("an allowance is served day by day; an earlier day that grows takes it from a later one", async () => {
  await groupOn(before, 170);
  await groupOn(today, 180);
  await house.product.inside(house.here, (work) =>
    chargeRange(work, { from: "2026-11-01", to: today }),
  );
  expect(await statesOf()).toEqual([
    [before, "nothing"],
    [today, "ready"],
  ]);
  await setMinutes(before, 180);
  const charged = await house.product.inside(house.here, (work) =>
    chargeDay(work, member.enrollmentId, before),
  );
  expect(charged).toEqual({ days: 2, changed: 2, differing: 0 });
  expect(await statesOf()).toEqual([
    [before, "ready"],
    [today, "held", "authorization-used-up"],
  ]);
});

test("an earlier day that shrinks gives it back", async () => {
  await setMinutes(before, 100);
  await house.product.inside(house.here, (work) => chargeDay(work, member.enrollmentId, before));
  expect(await statesOf()).toEqual([
    [before, "nothing"],
    [today, "ready"],
  ]);
});

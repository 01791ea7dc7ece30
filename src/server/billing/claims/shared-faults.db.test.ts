import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildAlike,
  buildClaims,
  listClaims,
  readClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { changePatient, readPatient } from "#domain/patients/patient.api.ts";
import { closeTask, createTask } from "#domain/tasks/task.api.ts";
import { patientRoutes } from "#server/patients/patient.routes.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { addColleague, type Colleague } from "#test/support/note-ground.ts";
import { later } from "#test/support/test-product.ts";

let house: ClaimHouse;
let biller: Colleague;
let admissions: Colleague;
let people = 0;
beforeAll(async () => {
  house = await openClaimHouse({}, [...taskRoutes, ...patientRoutes]);
  biller = await addColleague(house.product, house.here, "biller", "Bea Holm");
  admissions = await addColleague(house.product, house.here, "admissions", "Sefa Amoah");
});
afterAll(() => house.close());

const setStreet = ({ patientId }: CoveredMember, street: string | null) =>
  house.run(
    "update stepwell.patient set street = $3 where organization_id = $1 and id = $2",
    patientId,
    street,
  );
const claimsOf = async ({ patientId }: CoveredMember): Promise<Claim[]> => {
  const { rows } = await house.done(biller, listClaims, { patientId });
  return Promise.all(rows.map(({ id: claimId }) => house.done(biller, readClaim, { claimId })));
};
/** Somebody without an address, with so many days, each in a claim of its own. */
const unaddressed = async (days: number): Promise<CoveredMember> => {
  const member = await house.insured(`Ana${++people}`);
  await setStreet(member, null);
  for (let day = 0; day < days; day++) await house.day(member, day);
  await house.done(biller, buildClaims, { from: "2026-11-01", to: "2026-11-19" });
  return member;
};

test("whoever asked for the facts of a person stands on each of their claims until that is done", async () => {
  const member = await unaddressed(2);
  const { patientId } = member;
  const asked = async () => (await claimsOf(member)).map(({ factsAsked }) => factsAsked?.by);
  expect(await asked()).toEqual([undefined, undefined]);
  const asking = {
    words: "The address is missing.",
    ownerStaffId: admissions.staffId,
    patientId,
    about: { kind: "patient-facts", id: patientId } as const,
    dueAt: later({ hours: 20 }),
  };
  const { id: taskId, version } = await house.done(biller, createTask, asking);
  expect(await asked()).toEqual(["Bea Holm", "Bea Holm"]);
  expect(await house.refused(biller, createTask, asking)).toEqual({
    status: 409,
    code: "asked-already",
  });
  // What is asked of one person is about no other.
  expect(await house.refused(biller, createTask, { ...asking, patientId: null })).toMatchObject({
    status: 404,
  });
  await house.done(admissions, closeTask, { taskId, version, closure: "done", words: null });
  expect(await asked()).toEqual([undefined, undefined]);
});

test("a claim without an address waits for admissions, and for a biller once the facts were put right", async () => {
  const member = await unaddressed(1);
  const { patientId } = member;
  const owners = async () => {
    const { rows, reasons } = await house.done(biller, listHolds, { patientId });
    const ofAll = reasons.filter(({ code }) => code === "scrub-errors").map(({ owner }) => owner);
    return [rows.map(({ owner }) => owner), ofAll.toSorted()];
  };
  expect((await owners())[0]).toEqual(["admissions"]);
  const { version } = await house.done(admissions, readPatient, { patientId });
  house.product.clock.moveTo(later({ minutes: 5 }));
  const address = { street: "11 Quarry Street", unit: null, city: "Denver", state: "CO" } as const;
  await house.done(admissions, changePatient, {
    patientId,
    version,
    address: { ...address, postalCode: "80203" },
  });
  expect(await owners()).toEqual([["biller"], ["admissions", "biller"]]);
});

test("one press builds anew every claim that waits for what was mended, and no other", async () => {
  const [member, other] = [await unaddressed(3), await unaddressed(1)];
  const waiting = async (of: CoveredMember) =>
    (await claimsOf(of)).filter(({ state }) => state !== "withdrawn");
  const [one, ...rest] = await waiting(member);
  if (one === undefined) throw new Error("There is no claim.");
  expect([one, ...rest].map(({ state, alike }) => [state, alike])).toEqual(
    Array.from({ length: 3 }, () => ["scrubbed", 2]),
  );
  await setStreet(member, "11 Quarry Street");
  const asked = { claimId: one.id, version: one.version, reason: "The address came" };
  expect((await house.refused(house.stranger, buildAlike, asked)).status).toBe(404);
  expect((await house.refused(admissions, buildAlike, asked)).status).toBe(403);
  expect(await house.done(biller, buildAlike, asked)).toMatchObject({ made: 3, held: 0, left: [] });
  expect((await waiting(member)).map(({ state, alike }) => [state, alike])).toEqual(
    Array.from({ length: 3 }, () => ["ready", 0]),
  );
  expect(await waiting(other)).toMatchObject([{ state: "scrubbed", alike: 0 }]);
  expect(await house.refused(biller, buildAlike, asked)).toMatchObject({ status: 409 });
});

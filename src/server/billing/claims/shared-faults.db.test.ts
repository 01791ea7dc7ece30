import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildAlike,
  buildClaims,
  listClaims,
  readClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { closeTask, createTask } from "#domain/tasks/task.api.ts";
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
  house = await openClaimHouse({}, taskRoutes);
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

test("of claims that wait for the same fault, one that is faulty still stays as it was", async () => {
  const member = await unaddressed(2);
  const waiting = async () => (await claimsOf(member)).filter(({ state }) => state !== "withdrawn");
  const [one, other] = await waiting();
  if (one === undefined || other === undefined) throw new Error("There is no claim.");
  // Nothing was mended: the one that was asked for is made anew all the same, as somebody wished it.
  const asked = { claimId: one.id, version: one.version, reason: "Nothing came" };
  expect(await house.done(biller, buildAlike, asked)).toMatchObject({
    made: 1,
    held: 1,
    left: [{ claimId: other.id, code: "fault-stands" }],
  });
  expect((await waiting()).map(({ id }) => id)).toContain(other.id);
});

test("two who build the same claims anew at once wait for each other, and each is made once", async () => {
  const member = await unaddressed(4);
  const waiting = async () => (await claimsOf(member)).filter(({ state }) => state !== "withdrawn");
  const all = await waiting();
  await setStreet(member, "11 Quarry Street");
  const press = ({ id: claimId, version }: Claim) =>
    house.done(biller, buildAlike, { claimId, version, reason: "The address came" });
  const ends = all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) throw new Error("There is no claim.");
  const done = await Promise.allSettled([press(last), press(first)]);
  expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await waiting()).map(({ state }) => state)).toEqual(["ready", "ready", "ready", "ready"]);
});

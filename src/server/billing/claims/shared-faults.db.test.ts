import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildAlike,
  buildClaims,
  listClaimRevisions,
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

test("while nothing was put right nothing is built anew, and no history says that it was", async () => {
  const member = await unaddressed(3);
  const before = await claimsOf(member);
  const [one] = before;
  if (one === undefined) throw new Error("There is no claim.");
  const asked = { claimId: one.id, version: one.version, reason: "Nothing came" };
  expect(await house.refused(biller, buildAlike, asked)).toEqual({
    status: 409,
    code: "fault-stands",
  });
  expect(await claimsOf(member)).toEqual(before);
  const { rows } = await house.done(biller, listClaimRevisions, { claimId: one.id });
  expect(rows.map(({ verb }) => verb)).toEqual(["build"]);
});

test("of claims that wait for the same fault, exactly those are built anew whose fault is gone", async () => {
  const [mended, faulty] = [await unaddressed(1), await unaddressed(1)];
  const [[gone], [stands]] = [await claimsOf(mended), await claimsOf(faulty)];
  if (gone === undefined || stands === undefined) throw new Error("There is no claim.");
  // As if it were mended in one place for both.
  await house.run(
    `update stepwell.claim set findings = jsonb_set(findings, '{0,mend}', '"site"')
      where organization_id = $1 and id = any($2::uuid[])`,
    [gone.id, stands.id],
  );
  await setStreet(mended, "11 Quarry Street");
  const asked = { claimId: stands.id, version: stands.version, reason: "The address came" };
  expect(await house.done(biller, buildAlike, asked)).toMatchObject({
    made: 1,
    held: 0,
    left: [{ claimId: stands.id, code: "fault-stands" }],
  });
  expect((await claimsOf(faulty)).map(({ id, state }) => [id, state])).toEqual([
    [stands.id, "scrubbed"],
  ]);
  expect((await claimsOf(mended)).map(({ state }) => state).toSorted()).toEqual([
    "ready",
    "withdrawn",
  ]);
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

import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildClaims,
  correctClaim,
  listClaimRevisions,
  listClaims,
  readClaim,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { newId } from "#server/platform/ids.ts";
import { testNow } from "#test/support/test-product.ts";

const range = { from: "2026-11-01", to: "2026-11-19" };
const reason = "Minutes were put right after it was sent";
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openProfessionalHouse({ claimSpan: "week" });
});
afterAll(() => house.close());

const build = () => house.done(house.biller, buildClaims, range);
const setMinutes = (sessionId: string, minutes: number) =>
  house.run(
    "update stepwell.attendance set delivered_minutes = $3, credited_minutes = $3 where organization_id = $1 and session_id = $2",
    sessionId,
    minutes,
  );
const setNoteMinutes = (sessionId: string, minutes: number) =>
  house.run(
    "update stepwell.member_note set credited_minutes = $3 where organization_id = $1 and session_id = $2",
    sessionId,
    minutes,
  );
const claimsOf = async ({ patientId }: CoveredMember) => {
  const { rows } = await house.done(house.biller, listClaims, { patientId });
  return Promise.all(
    rows.map(({ id: claimId }) => house.done(house.biller, readClaim, { claimId })),
  );
};
const holdsOf = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listHolds, { patientId })).rows;

/** Somebody whose claim of two days, a Tuesday and a Thursday of last week, was sent; answers the second session, too. */
const sentWeek = async () => {
  const member = await house.insured(`Cleo${++number}`);
  await house.day(member, 9);
  const second = await house.day(member, 7);
  await build();
  await house.sendClaims(range);
  const [claim] = await claimsOf(member);
  if (claim === undefined) throw new Error("there is no claim");
  return { member, claim, second };
};

test("a day that was billed and is another now is a reason to correct the claim, and the claim stays as it was", async () => {
  const { member, claim, second } = await sentWeek();
  expect(claim).toMatchObject({ state: "exported", totalCents: 60_000 });
  expect(await holdsOf(member)).toEqual([]);
  await setMinutes(second, 100);
  await setNoteMinutes(second, 100);
  await build();
  expect(await holdsOf(member)).toMatchObject([
    {
      id: null,
      claimId: claim.id,
      code: "claim-needs-correction",
      owner: "biller",
      values: { nowCents: 0 },
      mayBeReleased: false,
    },
  ]);
  const [still] = await claimsOf(member);
  expect(still?.snapshot).toEqual(claim.snapshot);
});

test("a replacement bills what is left, and nothing is left to correct", async () => {
  const { member, claim, second } = await sentWeek();
  await setMinutes(second, 100);
  await setNoteMinutes(second, 100);
  await build();
  const next = await house.done(house.biller, correctClaim, {
    claimId: claim.id,
    version: claim.version,
    reason,
    answer: "accepted",
    payerClaimControl: "20263230009",
  });
  expect(next).toMatchObject({ frequency: "7", totalCents: 30_000, lineCount: 1 });
  expect(await holdsOf(member)).toEqual([]);
});

test("a claim is not replaced while one of its days waits: the payer would read that it never was", async () => {
  const { claim, second } = await sentWeek();
  await house.run(
    "delete from stepwell.member_note where organization_id = $1 and session_id = $2",
    second,
  );
  expect(
    await house.refused(house.biller, correctClaim, {
      claimId: claim.id,
      version: claim.version,
      reason,
      answer: "accepted",
      payerClaimControl: "20263230010",
    }),
  ).toEqual({ status: 409, code: "days-not-settled" });
  const { state, replacedBy } = await house.done(house.biller, readClaim, { claimId: claim.id });
  expect([state, replacedBy]).toEqual(["exported", null]);
});

test("a claim is not replaced while its days go by different sites, and that is said as what it is", async () => {
  const { claim, second } = await sentWeek();
  const siteId = newId();
  await house.program.add("site", {
    id: siteId,
    name: "Westside",
    zone: "America/Denver",
    street: "2 Any Street",
    city: "Denver",
    state: "CO",
    postal_code: "80202",
    created_at: testNow,
  });
  await house.run(
    "update stepwell.session set site_id = $3 where organization_id = $1 and id = $2",
    second,
    siteId,
  );
  expect(
    await house.refused(house.biller, correctClaim, {
      claimId: claim.id,
      version: claim.version,
      reason,
      answer: "accepted",
      payerClaimControl: "20263230013",
    }),
  ).toEqual({ status: 409, code: "days-differ" });
});

/** A claim of one day that went out, and of which nothing can be billed any more. */
const sentAndGone = async () => {
  const member = await house.insured(`Cleo${++number}`);
  const only = await house.day(member, 7);
  await build();
  await house.sendClaims(range);
  const [claim] = await claimsOf(member);
  if (claim === undefined) throw new Error("there is no claim");
  await setMinutes(only, 100);
  await setNoteMinutes(only, 100);
  await build();
  return { member, claim };
};

test("where nothing is left to bill, the claim is voided and asks for no correction any more", async () => {
  const { member, claim } = await sentAndGone();
  const asked = {
    claimId: claim.id,
    version: claim.version,
    reason,
    payerClaimControl: "20263230011",
  };
  expect(await house.refused(house.biller, correctClaim, { ...asked, answer: "accepted" })).toEqual(
    { status: 409, code: "nothing-to-bill" },
  );
  expect(claim.isLetGo).toBe(false);
  const made = await house.done(house.biller, voidClaim, asked);
  expect(made).toMatchObject({ frequency: "8", isLetGo: false });
  expect(await holdsOf(member)).toEqual([]);
  const voided = await house.done(house.biller, readClaim, { claimId: claim.id });
  expect(voided).toMatchObject({ isOutdated: false, isLetGo: false });
});

test("what the payer rejected unread and nobody can bill any more lets its days go, and asks for nothing", async () => {
  const { member, claim } = await sentAndGone();
  expect(await holdsOf(member)).toMatchObject([{ code: "claim-needs-correction" }]);
  const { id: claimId, version } = claim;
  const after = await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason,
    answer: "rejected",
  });
  expect(after).toMatchObject({
    id: claimId,
    state: "exported",
    replacedBy: null,
    isLetGo: true,
    isOutdated: false,
  });
  const again = { claimId, version: after.version, reason };
  expect(await house.refused(house.biller, correctClaim, { ...again, answer: "rejected" })).toEqual(
    { status: 409, code: "nothing-to-bill" },
  );
  expect(after.snapshot).toEqual(claim.snapshot);
  expect(await holdsOf(member)).toEqual([]);
  const { rows } = await house.done(house.biller, listClaimRevisions, { claimId });
  expect(rows[0]).toMatchObject({ verb: "let-go", reason });
  await build();
  expect((await claimsOf(member)).map(({ id }) => id)).toEqual([claimId]);
});

test("of two who correct at once one is told, and there is one replacement", async () => {
  const { member, claim } = await sentWeek();
  const asked = {
    claimId: claim.id,
    version: claim.version,
    reason,
    answer: "accepted",
    payerClaimControl: "20263230012",
  } as const;
  const both = await Promise.all(
    [1, 2].map(() => house.product.call(house.biller, correctClaim, asked)),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await claimsOf(member)).map(({ frequency }) => frequency).toSorted()).toEqual(["1", "7"]);
});

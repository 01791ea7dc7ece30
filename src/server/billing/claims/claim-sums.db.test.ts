import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { rehearseExport, sumExport } from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaims,
  readClaim,
  sumClaims,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import { sumClaimRows } from "#domain/billing/claims/claim-sum.ts";
import { claimCounts, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { answeredRange as range, answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "Rejected unread";
const price = 30_000;
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse({ timelyFilingDays: 90 });
  answers = answersIn(house);
});
afterAll(() => house.close());

const sum = (given: object = {}) => house.done(house.biller, sumClaims, given);
const list = (given: object = {}) => house.done(house.biller, listClaims, { limit: 200, ...given });

/** The claims in each place, with the sums in cents that every figure of the screens comes from. */
const places = async () => {
  const { sums, payers, ages, total, readyAgainCents } = await sum();
  const { rows } = await list();
  const rehearsal = await house.done(house.biller, rehearseExport, range);
  const day = await house.done(house.biller, sumExport, range);
  const asking = (all: readonly ClaimRow[]): number => sumClaimRows(all).totalCents;
  const added = (all: readonly { readonly totalCents: number }[]): number =>
    all.reduce((before, { totalCents }) => before + totalCents, 0);
  expect(rows).toHaveLength(total);
  expect(added(claimCounts.map((place) => sums[place]))).toBe(asking(rows));
  // The batch, Today and the list say one sum of what is ready, and one of what is held.
  expect([added(rehearsal.files), day.ready.totalCents]).toEqual(
    Array.from({ length: 2 }, () => sums.ready.totalCents),
  );
  expect(added(rehearsal.held)).toBe(sums.held.totalCents);
  expect(added(ages)).toBe(sums.asked.totalCents);
  for (const place of claimCounts)
    expect(added(payers.map((one) => one.sums[place]))).toBe(sums[place].totalCents);
  for (const place of ["asked", "test", "rejected", "nothing"] as const)
    expect(asking((await list({ countsAs: place })).rows)).toBe(sums[place].totalCents);
  const claims = (place: (typeof claimCounts)[number]) => sums[place].claims;
  return {
    ready: claims("ready"),
    again: readyAgainCents / price,
    held: claims("held"),
    asked: claims("asked"),
    test: claims("test"),
    rejected: claims("rejected"),
    nothing: claims("nothing"),
  };
};

const none = { ready: 0, again: 0, held: 0, asked: 0, test: 0, rejected: 0, nothing: 0 };

test("each claim counts in one place, and every screen says the same sums of them", async () => {
  expect(await places()).toEqual(none);
  const taken = await answers.sentFile(3);
  expect(await places()).toEqual({ ...none, asked: 3 });

  const refused = await answers.sentFile(2);
  await answers.takeIn(await answers.content(refused.file.id, { verdict: "R" }));
  expect(await places()).toEqual({ ...none, asked: 3, rejected: 2 });

  // What goes again is ready with its whole amount, and what was refused asks for nothing.
  await house.done(house.biller, sendAgain, { claimFileId: refused.file.id, reason });
  expect(await places()).toEqual({ ...none, asked: 3, ready: 2, again: 2, nothing: 2 });

  // A correction is ready beside the claim that the payer still has.
  const [claim] = taken.claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const { id: claimId, version } = claim;
  await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason,
    answer: "accepted",
    payerClaimControl: "2026323001",
  });
  expect(await places()).toEqual({ ...none, asked: 3, ready: 3, again: 3, nothing: 2 });

  // Whoever is kept at the door is held in each of them, though nothing holds the claim yet.
  const member = await house.insured("Ora");
  await house.day(member, 3);
  await house.done(house.biller, buildClaims, range);
  expect(await places()).toEqual({ ...none, asked: 3, ready: 4, again: 3, nothing: 2 });
  await house.run(
    "update stepwell.consent set revoked_on = '2026-11-18', revocation_reason = 'Asked' where organization_id = $1 and patient_id = $2",
    member.patientId,
  );
  expect(await places()).toMatchObject({ ready: 3, held: 1 });
});

test("a test file asks nobody for anything", async () => {
  const before = await places();
  await house.run("update stepwell.billing_provider set usage = 'T' where organization_id = $1");
  await answers.sentFile(2);
  expect((await places()).test).toBe(before.test + 2);
});

test("a void is one of the claims that go and asks for nothing: what it takes back stands apart", async () => {
  const { claims } = await answers.sentFile(1);
  const before = await sum();
  const [claim] = claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const { id: claimId, version } = claim;
  const why = { reason, payerClaimControl: "2026323009", answer: "accepted" } as const;
  await house.done(house.biller, voidClaim, { claimId, version, ...why });
  await places();
  const { sums, readyAgainCents } = await sum();
  expect(sums.ready).toEqual({
    claims: before.sums.ready.claims + 1,
    totalCents: before.sums.ready.totalCents,
    voids: 1,
    voidCents: price,
  });
  expect(readyAgainCents).toBe(before.readyAgainCents);
  expect(sumClaimRows((await list({ countsAs: "ready" })).rows)).toEqual(sums.ready);
  const { files } = await house.done(house.biller, rehearseExport, range);
  expect(files.reduce((all, { voidCents }) => all + voidCents, 0)).toBe(price);
});

test("a claim lies in one month by its last day, by when it was made and by when its file was", async () => {
  const member = await house.insured("Una");
  await house.day(member, 2);
  await house.done(house.biller, buildClaims, range);
  const { patientId } = member;
  const [claim] = (await list({ patientId })).rows;
  await house.run(
    "update stepwell.claim set from_date = '2026-10-30', through_date = '2026-11-02', created_at = '2026-11-01T05:30:00Z' where organization_id = $1 and id = $2",
    claim?.id,
  );
  const months = async (spanOf: string) =>
    [
      await sum({ patientId, spanOf, from: "2026-10-01", to: "2026-10-31" }),
      await sum({ patientId, spanOf, from: "2026-11-01", to: "2026-11-30" }),
    ].map(({ total }) => total);
  expect(await months("days")).toEqual([0, 0]);
  expect(await months("last-day")).toEqual([0, 1]);
  // In Denver it was still October.
  expect(await months("made")).toEqual([1, 0]);
  expect(await months("sent")).toEqual([0, 0]);
});

test("until when a payer takes a claim is said until it accepted it, and sorts", async () => {
  const { file, claims } = await answers.sentFile(2);
  const [first] = claims;
  if (first === undefined) throw new Error("There is no claim.");
  expect(first.fileBy).toBe("2027-02-15");
  const { rows } = await list({ sort: "filing", order: "asc" });
  const days = rows.map(({ fileBy }) => fileBy ?? "9999-12-31");
  expect(days).toEqual(days.toSorted());
  await answers.takeIn(await answers.content(file.id));
  const claimId = first.id;
  expect((await house.done(house.biller, readClaim, { claimId })).fileBy).toBeNull();
});

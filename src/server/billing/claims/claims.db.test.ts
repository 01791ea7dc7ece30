import { afterAll, beforeAll, expect, test } from "vitest";
import {
  listClaimFiles,
  readClaimFile,
  rehearseExport,
} from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaimRevisions,
  listClaims,
  readClaim,
  scrubClaim,
  voidClaim,
  withdrawClaim,
} from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const range = { from: "2026-11-01", to: "2026-11-19" };
const reason = "The payer asked for it";
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openClaimHouse();
});
afterAll(() => house.close());

const somebody = () => house.insured(`Ana${++number}`);
const build = () => house.done(house.biller, buildClaims, range);
const send = () => house.sendClaims(range);
const claimsOf = async ({ patientId }: CoveredMember) =>
  (await house.done(house.biller, listClaims, { patientId })).rows;
const claimOf = async (member: CoveredMember) => {
  const [row] = await claimsOf(member);
  if (row === undefined) throw new Error("there is no claim");
  return house.done(house.biller, readClaim, { claimId: row.id });
};

/** Somebody with one day, in a claim of its own. */
const billed = async () => {
  const member = await somebody();
  await house.day(member);
  await build();
  return { member, claim: await claimOf(member) };
};

/** The same, in a file. */
const sent = async () => {
  const { member } = await billed();
  await send();
  return { member, claim: await claimOf(member) };
};

test("a day becomes a claim with every line opening to its session, note and rule", async () => {
  const { member, claim } = await billed();
  expect(claim).toMatchObject({
    state: "ready",
    form: "institutional",
    frequency: "1",
    totalCents: 30_000,
    fromDate: "2026-11-19",
    findings: [],
    openHolds: [],
    contract: { name: "Foxglove IOP", versionNumber: 1 },
    snapshot: {
      subscriber: { first: expect.any(String), last: "Marlowe", relation: "self", sex: "F" },
      attending: { last: "Brightwater", taxonomy: "2084P0800X" },
      diagnoses: [{ code: "F10.20", rank: 1 }],
      lines: [{ procedure: "S9480", revenueCode: "0905", units: 1, chargeCents: 30_000 }],
    },
    sessions: [{ minutes: 180, note: { authorName: "Theo Lindqvist", isRetracted: false } }],
  });
  expect(claim.segments[0]).toBe(`CLM*${claim.control}*300***13:A:1**A*Y*Y`);
  expect(claim.patient.id).toBe(member.patientId);
});

test("days that are in a claim are not built again, by two at once either", async () => {
  const member = await somebody();
  await house.day(member);
  const both = await Promise.all([build(), build()]);
  expect(both.reduce((sum, { built }) => sum + built, 0)).toBe(1);
  expect(await build()).toMatchObject({ built: 0, claimIds: [] });
  expect(await claimsOf(member)).toHaveLength(1);
});

test("what a payer would refuse is found before it leaves, and the claim waits for it", async () => {
  const member = await somebody();
  await house.run(
    "update stepwell.patient set street = null where organization_id = $1 and id = $2",
    member.patientId,
  );
  await house.day(member);
  await build();
  const claim = await claimOf(member);
  expect(claim).toMatchObject({ state: "scrubbed", holds: ["scrub-errors"], errorCount: 1 });
  expect(claim.findings).toMatchObject([{ rule: "patient-address", mend: "patient" }]);
  const { held } = await send();
  expect(held).toContainEqual({
    claimId: claim.id,
    claim: claim.control,
    reasons: ["scrub-errors"],
  });
  const { rows } = await house.done(house.biller, listHolds, { patientId: member.patientId });
  expect(rows).toMatchObject([{ claimId: claim.id, code: "scrub-errors", owner: "biller" }]);
  // The snapshot stays what it was: mending the record takes a new claim.
  await house.run(
    "update stepwell.patient set street = '11 Quarry Street' where organization_id = $1 and id = $2",
    member.patientId,
  );
  const { version, id: claimId } = claim;
  const again = await house.done(house.biller, scrubClaim, { claimId, version });
  expect(again.state).toBe("scrubbed");
  const rebuilt = await house.done(house.biller, correctClaim, {
    claimId,
    version: version + 1,
    reason,
  });
  expect(rebuilt).toMatchObject({ state: "ready", frequency: "1", replaces: { id: claimId } });
  expect((await house.done(house.biller, readClaim, { claimId })).state).toBe("withdrawn");
});

test("an export is one file for the payer, kept to the byte, and told in the accounting", async () => {
  const { member, claim } = await billed();
  const { files } = await send();
  const [file] = files;
  if (file === undefined) throw new Error("nothing was exported");
  expect(file).toMatchObject({ guide: "005010X223A2", payer: { name: "Foxglove Health" } });
  const content = await house.contentOf(file.id);
  expect(content).toContain(`CLM*${claim.control}*300***13:A:1`);
  expect(content).toContain("NTE*ADD*42 CFR part 2");
  const read = await house.done(house.biller, readClaimFile, { claimFileId: file.id });
  expect(read.rows.map((row) => row.id)).toContain(claim.id);
  expect(`${read.segments.join("~")}~`).toBe(content);
  expect((await claimOf(member)).state).toBe("exported");
  const { rows } = await house.run(
    "select record_id, recipient, purpose, basis, notice_version from stepwell.disclosure where organization_id = $1 and patient_id = $2",
    member.patientId,
  );
  expect(rows).toEqual([
    {
      record_id: claim.id,
      recipient: "Foxglove Health",
      purpose: "payment",
      basis: "consent",
      notice_version: "42-cfr-2.32-2024",
    },
  ]);
  expect((await send()).files).toEqual([]);
  const { rows: listed } = await house.done(house.biller, listClaimFiles, {});
  expect(listed.map((one) => one.id)).toContain(file.id);
});

test("a consent revoked between building and sending sends nothing of that person", async () => {
  const [willing, unwilling] = [await billed(), await billed()];
  await house.run(
    "update stepwell.consent set revoked_on = '2026-11-19', revocation_reason = 'Asked' where organization_id = $1 and patient_id = $2",
    unwilling.member.patientId,
  );
  const rehearsed = await house.done(house.biller, rehearseExport, range);
  const { files, held } = await send();
  expect(files).toHaveLength(1);
  expect(rehearsed.files).toMatchObject(
    files.map(({ payer, form, claims, lines, totalCents }) => ({
      payer,
      form,
      claims,
      lines,
      totalCents,
    })),
  );
  expect(rehearsed.held.map(({ claimId, reasons }) => [claimId, reasons])).toContainEqual([
    unwilling.claim.id,
    ["consent-refused"],
  ]);
  expect(held).toContainEqual({
    claimId: unwilling.claim.id,
    claim: unwilling.claim.control,
    reasons: ["consent-refused"],
  });
  expect((await claimOf(willing.member)).state).toBe("exported");
  const content = await house.contentOf(files[0]?.id ?? "");
  expect(content).not.toContain(unwilling.claim.control);
  expect(content).not.toContain(unwilling.claim.snapshot.subscriber.first);
});

test("what is sent is replaced with 7 and the payer's number, where the payer took it", async () => {
  const { member, claim } = await sent();
  const asked = { claimId: claim.id, version: claim.version, reason } as const;
  expect(
    await house.refused(house.biller, correctClaim, { ...asked, answer: "accepted" }),
  ).toMatchObject({ status: 409, code: "payer-number-missing" });
  const next = await house.done(house.biller, correctClaim, {
    ...asked,
    answer: "accepted",
    payerClaimControl: "20263230001",
  });
  expect(next).toMatchObject({
    frequency: "7",
    state: "ready",
    snapshot: { payerClaimControl: "20263230001", conditionCodes: ["D9"] },
    replaces: { id: claim.id },
  });
  expect(next.segments).toContain("REF*F8*20263230001");
  expect(await house.refused(house.biller, correctClaim, { ...asked, answer: "rejected" })).toEqual(
    {
      status: 409,
      code: "claim-replaced",
    },
  );
  expect((await claimsOf(member)).map((row) => row.frequency).toSorted()).toEqual(["1", "7"]);
});

test("what was rejected is sent once more as it was, since there is nothing to replace", async () => {
  const { claim } = await sent();
  const again = await house.done(house.biller, correctClaim, {
    claimId: claim.id,
    version: claim.version,
    reason,
    answer: "rejected",
  });
  expect(again).toMatchObject({ frequency: "1", snapshot: { payerClaimControl: null } });
  expect(again.control).not.toBe(claim.control);
});

test("a void says the same once more with 8, and its days are not billed again", async () => {
  const { member, claim } = await sent();
  const voided = await house.done(house.biller, voidClaim, {
    claimId: claim.id,
    version: claim.version,
    reason,
    payerClaimControl: "20263230002",
  });
  expect(voided).toMatchObject({ frequency: "8", state: "ready", totalCents: claim.totalCents });
  expect(voided.snapshot.lines).toEqual(claim.snapshot.lines);
  await build();
  expect(await claimsOf(member)).toHaveLength(2);
});

test("a claim that was never sent can be withdrawn, and its days are built anew", async () => {
  const { member, claim } = await billed();
  const asked = { claimId: claim.id, version: claim.version, reason };
  expect(await house.done(house.biller, withdrawClaim, asked)).toMatchObject({
    state: "withdrawn",
  });
  await build();
  expect((await claimsOf(member)).map((row) => row.state).toSorted()).toEqual([
    "ready",
    "withdrawn",
  ]);
  const { claim: gone } = await sent();
  expect(
    await house.refused(house.biller, withdrawClaim, {
      claimId: gone.id,
      version: gone.version,
      reason,
    }),
  ).toEqual({ status: 409, code: "claim-exported" });
});

test("whoever saw an older claim is told, and the history says who did what", async () => {
  const { claim } = await sent();
  expect(
    await house.refused(house.biller, voidClaim, {
      claimId: claim.id,
      version: 1,
      reason,
      payerClaimControl: "1",
    }),
  ).toEqual({ status: 409, code: "changed-meanwhile" });
  const { rows } = await house.done(house.biller, listClaimRevisions, { claimId: claim.id });
  expect(rows.map((row) => row.verb)).toEqual(["export", "build"]);
});

test("nobody of another organization finds a claim, and nobody in care may see one", async () => {
  const { claim } = await billed();
  expect(await house.refused(house.stranger, readClaim, { claimId: claim.id })).toEqual({
    status: 404,
    code: "not-found",
  });
  expect(await house.refused(house.therapist, readClaim, { claimId: claim.id })).toMatchObject({
    status: 403,
  });
});

test("what a claim says cannot be changed, whoever writes", async () => {
  const { claim } = await billed();
  const change = (column: string, value: string) =>
    house.product.pool.query(
      `update stepwell.claim set ${column} = $1 where organization_id = $2 and id = $3`,
      [value, house.here.organizationId, claim.id],
    );
  await expect(change("snapshot", "{}")).rejects.toThrow(/permission denied/);
  await expect(change("total_cents", "1")).rejects.toThrow(/permission denied/);
});

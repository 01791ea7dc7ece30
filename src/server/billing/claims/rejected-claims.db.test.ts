import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { recomputeDays } from "#domain/billing/charges/day-charge.api.ts";
import { handOverClaimFile, readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import {
  buildClaims,
  correctClaim,
  listClaims,
  readClaim,
  sumClaims,
  voidClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { newId } from "#server/platform/ids.ts";
import { answersIn } from "#test/support/answered-files.ts";
import type { CoveredMember } from "#test/support/charge-house.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { testNow } from "#test/support/test-product.ts";

const reason = "Rejected unread";
const range = { from: "2026-11-01", to: "2026-11-19" };
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse({ claimSpan: "week", timelyFilingDays: 31 });
  answers = answersIn(house);
});
afterAll(() => house.close());

const read = (claimId: string): Promise<Claim> => house.done(house.biller, readClaim, { claimId });
const lastClaimOf = async ({ patientId }: CoveredMember): Promise<Claim> => {
  const { rows } = await house.done(house.biller, listClaims, { patientId });
  const id = rows
    .map((row) => row.id)
    .toSorted()
    .at(-1);
  return read(id ?? "");
};
/** Sends all that is ready; answers the file it went in. */
const send = async (): Promise<string> => {
  await house.done(house.biller, buildClaims, range);
  const { files } = await house.sendClaims(range);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error("There is not one file.");
  return file.id;
};
const reject = async (claimFileId: string) =>
  answers.takeIn(await answers.content(claimFileId, { verdict: "R" }));
/** Attendance and note say so many minutes; under three hours, the day earns nothing. */
const setMinutes = async (sessionId: string, minutes: number): Promise<void> => {
  for (const set of [
    "update stepwell.attendance set delivered_minutes = $3, credited_minutes = $3",
    "update stepwell.member_note set credited_minutes = $3",
  ])
    await house.run(`${set} where organization_id = $1 and session_id = $2`, sessionId, minutes);
  await house.done(house.biller, recomputeDays, range);
};

const secondPayer = async ({ patientId }: CoveredMember): Promise<void> => {
  const payerId = newId();
  const made = { created_at: testNow };
  const name = "Larkspur Mutual";
  await house.program.add("payer", {
    id: payerId,
    name,
    kind: "commercial",
    electronic_id: "LARK9",
    ...made,
  });
  await house.program.add("coverage", {
    id: newId(),
    patient_id: patientId,
    payer_id: payerId,
    rank: 2,
    member_number: "L-2",
    relation_to_subscriber: "self",
    effective_from: "2026-01-01",
    ...made,
  });
};

test("a rejected claim counts once and whole, whoever pays behind and whatever changed since", async () => {
  const member = await house.insured("Ada");
  await house.day(member, 7);
  const second = await house.day(member, 6);
  await secondPayer(member);
  const fileId = await send();
  const waiting = async () => {
    const { rows, payers, claims, filingSoon } = await house.done(house.biller, listHolds, {});
    return { codes: rows.map(({ code }) => code), payers, claims, filingSoon };
  };
  expect(await waiting()).toMatchObject({
    codes: ["second-payer-waits"],
    payers: [{ totalCents: 0 }],
    claims: { count: 1, totalCents: 0 },
    filingSoon: { count: 0 },
  });
  await reject(fileId);
  const rejected = {
    codes: ["claim-rejected"],
    payers: [{ name: "Foxglove Health", count: 1, totalCents: 60_000 }],
    claims: { count: 1, totalCents: 60_000 },
    filingSoon: { count: 1, totalCents: 60_000 },
  };
  expect(await waiting()).toMatchObject(rejected);
  // What is sent again says what is billed by then, so that a day that changed is no second reason.
  await setMinutes(second, 100);
  const { openHolds } = await lastClaimOf(member);
  expect(openHolds.map(({ code }) => code).toSorted()).toEqual([
    "claim-needs-correction",
    "claim-rejected",
  ]);
  expect(await waiting()).toMatchObject(rejected);
});

test("of two who send a file again at once, each claim goes once, voids as well", async () => {
  const people = [];
  for (const given of ["Bea", "Cleo"]) {
    const member = await house.insured(given);
    await house.day(member, 7);
    people.push(member);
  }
  await send();
  const [voided] = people;
  if (voided === undefined) throw new Error("There is nobody.");
  const { id: claimId, version } = await lastClaimOf(voided);
  const why = { reason, payerClaimControl: "20263230051" };
  await house.done(house.biller, voidClaim, { claimId, version, ...why });
  const member = await house.insured("Dora");
  await house.day(member, 7);
  const fileId = await send();
  await reject(fileId);
  const both = await Promise.all(
    [1, 2].map(() => house.done(house.biller, sendAgain, { claimFileId: fileId, reason })),
  );
  expect(both.toSorted((a, b) => b.made - a.made)).toMatchObject([
    { made: 2, held: 0, left: [] },
    { made: 0, held: 0, left: [] },
  ]);
});

test("a correction that was rejected with nothing left to bill is not let go: the payer has what it would replace", async () => {
  const member = await house.insured("Eda");
  const only = await house.day(member, 7);
  await send();
  const original = await lastClaimOf(member);
  await house.done(house.biller, correctClaim, {
    claimId: original.id,
    version: original.version,
    reason,
    answer: "accepted",
    payerClaimControl: "20263230061",
  });
  const fileId = await send();
  const isUnread = async () => (await read(original.id)).replacedBy?.isUnread;
  expect(await isUnread()).toBe(false);
  await reject(fileId);
  expect(await isUnread()).toBe(true);
  await setMinutes(only, 100);
  const { id: claimId, control, version } = await lastClaimOf(member);
  expect(await house.refused(house.biller, correctClaim, { claimId, version, reason })).toEqual({
    status: 409,
    code: "nothing-to-bill",
  });
  const again = await house.done(house.biller, sendAgain, { claimFileId: fileId, reason });
  expect(again).toMatchObject({
    made: 0,
    letGo: 0,
    left: [{ claimId, control, code: "nothing-to-bill" }],
  });
  expect(await read(claimId)).toMatchObject({ isLetGo: false });
  // The payer knows its own number of the original: a void by it takes that back.
  const why = { reason, payerClaimControl: "20263230061" };
  await house.done(house.biller, voidClaim, { claimId, version, ...why });
  expect(
    (await house.done(house.biller, readClaimFile, { claimFileId: fileId })).file,
  ).toMatchObject({ toSendAgain: 0 });
  await send();
  expect(await isUnread()).toBe(false);
});

test("what goes with a rejected file and earns nothing any more is let go, and that is counted", async () => {
  const member = await house.insured("Fia");
  const only = await house.day(member, 7);
  const fileId = await send();
  await reject(fileId);
  await setMinutes(only, 100);
  const again = await house.done(house.biller, sendAgain, { claimFileId: fileId, reason });
  expect(again).toMatchObject({ made: 0, letGo: 1, left: [] });
  expect(await lastClaimOf(member)).toMatchObject({ isLetGo: true });
});

test("what a void was to take back is asked for until one goes that the payer reads", async () => {
  const member = await house.insured("Gil");
  await house.day(member, 7);
  await send();
  const original = await lastClaimOf(member);
  const asked = async () => {
    const { patientId } = member;
    const { sums } = await house.done(house.biller, sumClaims, { patientId });
    const { countsAs, replacedBy } = await read(original.id);
    return { cents: sums.asked.totalCents, countsAs, isUnread: replacedBy?.isUnread };
  };
  const sendVoid = async (): Promise<string> => {
    const { files } = await house.sendClaims(range);
    const claimFileId = files[0]?.id ?? "";
    await house.done(house.biller, handOverClaimFile, { claimFileId });
    return claimFileId;
  };
  const taken = { cents: 0, countsAs: "nothing", isUnread: false };
  const stands = { cents: 30_000, countsAs: "asked", isUnread: true };
  const why = { reason, payerClaimControl: "20263230071" };
  const { id: claimId, version } = original;
  await house.done(house.biller, voidClaim, { claimId, version, ...why });
  const first = await sendVoid();
  expect(await asked()).toEqual(taken);
  await reject(first);
  expect(await asked()).toEqual(stands);
  // Said once more it takes the claim back from when it goes; and comes back as the first did.
  await house.done(house.biller, sendAgain, { claimFileId: first, reason });
  expect(await asked()).toEqual(stands);
  const second = await sendVoid();
  expect(await asked()).toEqual(taken);
  await reject(second);
  expect(await asked()).toEqual(stands);
  await house.done(house.biller, sendAgain, { claimFileId: second, reason });
  await sendVoid();
  expect(await asked()).toEqual(taken);
});

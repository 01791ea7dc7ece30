import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildClaims,
  correctClaim,
  listClaims,
  readClaim,
} from "#domain/billing/claims/claim.api.ts";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { releaseHold } from "#domain/billing/claims/hold.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "The payer has nothing of it";
const firstWeek = { from: "2026-11-02", to: "2026-11-08" };
let house: ClaimHouse;
let people = 0;
beforeAll(async () => {
  house = await openClaimHouse({ frequency: "interim", claimSpan: "week", conditionCodes: ["92"] });
});
afterAll(() => house.close());

const read = (claimId: string): Promise<Claim> => house.done(house.biller, readClaim, { claimId });

/** Two bills of a stay, of which the first is sent and rejected. */
const twoBills = async () => {
  const member = await house.insured(`Bea${++people}`);
  for (const daysAgo of [14, 7, 0]) await house.day(member, daysAgo);
  await house.done(house.biller, buildClaims, { from: "2026-11-02", to: "2026-11-19" });
  const { rows } = await house.done(house.biller, listClaims, { patientId: member.patientId });
  const [first, second] = rows.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error("There are not two bills.");
  return { first, second };
};
/** Sends what is ready of the first week, and takes in what was answered. */
const answered = async (verdict: "A" | "R"): Promise<void> => {
  const { files } = await house.done(house.biller, exportClaims, firstWeek);
  const answers = answersIn(house);
  for (const { id } of files) await answers.takeIn(await answers.content(id, { verdict }));
};
const correct = async (claimId: string, more: object = {}): Promise<Claim> => {
  const { version } = await read(claimId);
  return house.done(house.biller, correctClaim, { claimId, version, reason, ...more });
};
const waitsFor = async (claimId: string) => (await read(claimId)).openHolds[0]?.values;
const release = async (claimId: string) => {
  const holdId = (await read(claimId)).openHolds[0]?.id ?? "";
  return house.done(house.biller, releaseHold, { holdId, reason });
};

test("a bill that was sent again and rejected again is missing as well, and named by how it went last", async () => {
  const { first, second } = await twoBills();
  await answered("R");
  const again = await correct(first.id);
  await answered("R");
  expect(await waitsFor(second.id)).toEqual({ rejectedBefore: again.control });
  const last = await correct(again.id);
  expect(await waitsFor(second.id)).toEqual({ rejectedBefore: again.control });
  await answered("A");
  expect(await read(last.id)).toMatchObject({ state: "exported", rejectedAt: null });
  await release(second.id);
});

test("a replacement that was rejected of a bill that was rejected leaves the payer without either", async () => {
  const { first, second } = await twoBills();
  await answered("R");
  const known = { answer: "accepted", payerClaimControl: "20263230091" };
  const replacement = await correct(first.id, known);
  expect(replacement.frequency).toBe("7");
  await answered("R");
  expect(await waitsFor(second.id)).toEqual({ rejectedBefore: replacement.control });
});

test("a replacement that was rejected of a bill that the payer has keeps nothing back", async () => {
  const { first, second } = await twoBills();
  await answered("A");
  await correct(first.id, { answer: "accepted", payerClaimControl: "20263230092" });
  await answered("R");
  expect(await waitsFor(second.id)).toEqual({});
  await release(second.id);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { noteAcknowledgment, sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { exportClaims, readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import {
  correctClaim,
  listClaimRevisions,
  readClaim,
  releaseClaim,
  voidClaim,
  withdrawClaim,
} from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { takeInAcknowledgment } from "#server/billing/claims/acknowledgment.service.ts";
import { answeredRange as range, answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const reason = "Rejected unread";
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse();
  answers = answersIn(house);
});
afterAll(() => house.close());

const read = (claimId: string): Promise<Claim> => house.done(house.biller, readClaim, { claimId });
const fileOf = (claimFileId: string) => house.done(house.biller, readClaimFile, { claimFileId });
const verbsOf = async (claimId: string) =>
  (await house.done(house.biller, listClaimRevisions, { claimId })).rows.map(({ verb }) => verb);

test("what was sent again and accepted after all does not go a second time", async () => {
  const { file } = await answers.sentFile(2);
  await answers.takeIn(await answers.envelope(file.id, { verdict: "R", note: "006" }));
  await house.done(house.biller, sendAgain, { claimFileId: file.id, reason });
  const { patientIds } = await answers.takeIn(await answers.content(file.id));
  expect(patientIds).toHaveLength(2);
  expect((await house.done(house.biller, exportClaims, range)).files).toEqual([]);
  const ofFile = async () => (await fileOf(file.id)).rows.map(({ replacedBy }) => replacedBy);
  const [one, other] = await ofFile();
  const made = await read(one?.id ?? "");
  expect(made).toMatchObject({
    state: "scrubbed",
    openHolds: [{ code: "accepted-after-all", mayBeReleased: true }],
  });
  expect(await verbsOf(made.id)).toEqual(["hold", "build"]);
  // Built anew it waits for the same; withdrawn, the first one stands again.
  const asked = { claimId: made.id, version: made.version, reason };
  const anew = await house.done(house.biller, correctClaim, asked);
  expect(anew.openHolds).toMatchObject([{ code: "accepted-after-all" }]);
  const { id: claimId, version } = anew;
  await house.done(house.biller, withdrawClaim, { claimId, version, reason });
  expect(await ofFile()).toEqual([null, other]);
  expect((await fileOf(file.id)).file.toSendAgain).toBe(0);
  // Somebody who knows better says so, and is not asked again.
  const last = await read(other?.id ?? "");
  await house.done(house.biller, releaseClaim, {
    claimId: last.id,
    version: last.version,
    reason: "The payer has nothing of it",
  });
  const noted = { claimFileId: file.id, verdict: "accepted", reason } as const;
  await house.done(house.biller, noteAcknowledgment, noted);
  expect((await house.done(house.biller, exportClaims, range)).files).toMatchObject([
    { claims: 1 },
  ]);
});

test("what is sent again from a screen of before the acceptance waits as well", async () => {
  const { file, claims } = await answers.sentFile(1);
  await answers.takeIn(await answers.content(file.id, { verdict: "R" }));
  const { id: claimId, version } = await read(claims[0]?.id ?? "");
  await answers.takeIn(await answers.content(file.id));
  const answer = { answer: "rejected", payerClaimControl: null } as const;
  const made = await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason,
    ...answer,
  });
  expect(made).toMatchObject({
    state: "scrubbed",
    openHolds: [{ code: "accepted-after-all", mayBeReleased: true }],
  });
});

test("a void that is sent again from a screen of before its acceptance waits as well", async () => {
  const { claims } = await answers.sentFile(1);
  const { id: claimId, version } = await read(claims[0]?.id ?? "");
  const taken = { claimId, version, reason, payerClaimControl: "20263230081" };
  const first = await house.done(house.biller, voidClaim, taken);
  const { files } = await house.done(house.biller, exportClaims, range);
  const fileId = files[0]?.id ?? "";
  await answers.takeIn(await answers.content(fileId, { verdict: "R" }));
  const stale = await read(first.id);
  await answers.takeIn(await answers.content(fileId));
  const made = await house.done(house.biller, correctClaim, {
    claimId: stale.id,
    version: stale.version,
    reason,
    answer: "rejected",
    payerClaimControl: null,
  });
  expect(made).toMatchObject({
    frequency: "8",
    state: "scrubbed",
    openHolds: [{ code: "accepted-after-all", mayBeReleased: true }],
  });
});

/** Until somebody waits for what another has locked. */
const untilSomebodyWaits = async (): Promise<void> => {
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    const { rowCount } = await house.product.ownerPool.query(
      "select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0",
    );
    if (rowCount !== 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Nobody waits.");
};

test("who sends again while the acceptance is taken in makes no second copy", async () => {
  const { file, claims } = await answers.sentFile(2);
  await answers.takeIn(await answers.envelope(file.id, { verdict: "R", note: "006" }));
  const bytes = new TextEncoder().encode(await answers.content(file.id));
  let again: Promise<unknown> | undefined;
  await house.product.inside(house.here, async (work) => {
    await takeInAcknowledgment(work, { name: "answer.999", bytes });
    again = house.done(house.biller, sendAgain, { claimFileId: file.id, reason });
    again.catch(() => {});
    await untilSomebodyWaits();
  });
  expect(await again).toMatchObject({ made: 0, held: 0, letGo: 0, left: [] });
  for (const { id } of claims) expect((await read(id)).replacedBy).toBeNull();
});

test("a correction that was made while the file stood accepted is not held for a rejection of before", async () => {
  const { file, claims } = await answers.sentFile(1);
  await answers.takeIn(await answers.content(file.id));
  const { id: claimId, version } = await read(claims[0]?.id ?? "");
  const made = await house.done(house.biller, correctClaim, {
    claimId,
    version,
    reason: "The payer asks for another line",
    answer: "accepted",
    payerClaimControl: "ICN1",
  });
  await house.product.ownerPool.query(
    "update stepwell.claim set created_at = created_at - interval '1 hour' where organization_id = $1 and id = $2",
    [house.here.organizationId, made.id],
  );
  await answers.takeIn(
    await answers.content(file.id, { date: "20261119", time: "0700", verdict: "R" }),
  );
  expect((await fileOf(file.id)).file.standing).toBe("accepted");
  expect(await read(made.id)).toMatchObject({ state: made.state, openHolds: made.openHolds });
});

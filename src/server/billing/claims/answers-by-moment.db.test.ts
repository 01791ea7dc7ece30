import { afterAll, beforeAll, expect, test } from "vitest";
import { noteAcknowledgment, sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import { listClaimRevisions, readClaim } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";
import { testNow } from "#test/support/test-product.ts";

const reason = "Portal of the clearinghouse";
let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse();
  answers = answersIn(house);
});
afterAll(() => house.close());

const fileOf = (claimFileId: string) => house.done(house.biller, readClaimFile, { claimFileId });
const standingOf = async (claimFileId: string) => (await fileOf(claimFileId)).file.standing;
const note = (
  claimFileId: string,
  verdict: "accepted" | "rejected",
  saidOn?: string,
): Promise<unknown> =>
  house.done(house.biller, noteAcknowledgment, {
    claimFileId,
    verdict,
    reason,
    ...(saidOn !== undefined && { saidOn }),
  });

/** A file that was made on the Thursday before. */
const oldFile = async (count = 1) => {
  const sent = await answers.sentFile(count);
  await house.product.ownerPool.query(
    "update stepwell.claim_file set created_at = created_at - interval '7 days' where organization_id = $1 and id = $2",
    [house.here.organizationId, sent.file.id],
  );
  return sent;
};
const monday = { date: "20261116", time: "1010" };
const tuesday = { date: "20261117", time: "0930" };
const [ofMonday, ofTuesday] = ["2026-11-16T17:10:00Z", "2026-11-17T16:30:00Z"];

test("a rejection that is taken in after an acceptance that was said after it opens nothing", async () => {
  const { file, claims } = await oldFile(2);
  await answers.takeIn(await answers.content(file.id, tuesday));
  const late = await answers.content(file.id, { ...monday, verdict: "R" });
  const { files } = await answers.takeIn(late);
  expect(files).toMatchObject([
    { verdict: "rejected", rejectedClaims: 2, saidAt: ofMonday, receivedAt: testNow },
  ]);
  expect(files).toMatchObject([{ isNew: true, isDeciding: false, file: { standing: "accepted" } }]);
  expect((await answers.takeIn(late)).files).toMatchObject([{ isNew: false, isDeciding: false }]);
  const { file: after, acknowledgments } = await fileOf(file.id);
  expect(after).toMatchObject({ standing: "accepted", standsSince: ofTuesday, toSendAgain: 0 });
  expect(acknowledgments).toMatchObject([
    { verdict: "accepted", saidAt: ofTuesday, receivedAt: testNow },
    { verdict: "rejected", saidAt: ofMonday, receivedAt: testNow },
  ]);
  expect((await house.done(house.biller, listHolds, { code: "claim-rejected" })).rows).toEqual([]);
  // Nothing happened to a claim that is not rejected.
  const claimId = claims[0]?.id ?? "";
  expect((await house.done(house.biller, readClaim, { claimId })).rejectedAt).toBeNull();
  const { rows } = await house.done(house.biller, listClaimRevisions, { claimId });
  expect(rows.map(({ verb }) => verb)).toEqual(["export", "build"]);
  expect(await house.done(house.biller, sendAgain, { claimFileId: file.id, reason })).toMatchObject(
    { made: 0 },
  );
});

test("an acceptance of before its rejection takes nothing of it away", async () => {
  const { file, claims } = await oldFile();
  await answers.takeIn(await answers.content(file.id, { ...tuesday, verdict: "R" }));
  await answers.takeIn(await answers.content(file.id, monday));
  expect((await fileOf(file.id)).file).toMatchObject({
    standing: "rejected",
    standsSince: ofTuesday,
    toSendAgain: 1,
  });
  const { rejectedAt } = await house.done(house.biller, readClaim, {
    claimId: claims[0]?.id ?? "",
  });
  expect(rejectedAt).toBe(ofTuesday);
  // An envelope that was taken later is no word on the content.
  await answers.takeIn(await answers.envelope(file.id, { date: "20261118", time: "0800" }));
  expect(await standingOf(file.id)).toBe("rejected");
});

test("what says no moment that can be was said when it was taken in", async () => {
  const { file } = await oldFile();
  await answers.takeIn(await answers.content(file.id, { ...tuesday, verdict: "R" }));
  await answers.takeIn(await answers.content(file.id, { date: "20991231", time: "0800" }));
  expect((await fileOf(file.id)).file).toMatchObject({
    standing: "accepted",
    standsSince: testNow,
  });
});

test("a note of a day stands behind what was known of it, and before what comes of it later", async () => {
  const { file } = await oldFile();
  await answers.takeIn(await answers.content(file.id, { ...monday, verdict: "R" }));
  await note(file.id, "accepted", "2026-11-16");
  expect(await standingOf(file.id)).toBe("accepted");
  // Also what comes of the same day, or of one after it.
  await answers.takeIn(await answers.content(file.id, { ...monday, time: "1630", verdict: "R" }));
  expect(await standingOf(file.id)).toBe("rejected");
  await note(file.id, "accepted", "2026-11-17");
  expect(await standingOf(file.id)).toBe("accepted");
  await answers.takeIn(await answers.content(file.id, { ...tuesday, verdict: "R" }));
  expect(await standingOf(file.id)).toBe("rejected");
  // A note of before says what was said before.
  await note(file.id, "accepted", "2026-11-16");
  expect(await standingOf(file.id)).toBe("rejected");
});

test("an answer that is taken in once more, in other bytes, does not stand over the note of it", async () => {
  const { file } = await oldFile();
  const rejection = await answers.content(file.id, { ...monday, verdict: "R" });
  await answers.takeIn(rejection);
  await note(file.id, "accepted", "2026-11-16");
  await answers.takeIn(rejection.replaceAll("~", "~\n"));
  const { file: stood, acknowledgments } = await fileOf(file.id);
  expect(acknowledgments).toHaveLength(3);
  expect(stood.standing).toBe("accepted");
});

test("why somebody noted a rejection stands on its claims, until an answer that comes says something of them", async () => {
  const { file, claims } = await oldFile();
  const claimId = claims[0]?.id ?? "";
  const rejection = async () => (await house.done(house.biller, readClaim, { claimId })).rejection;
  expect(await rejection()).toBeNull();
  await note(file.id, "rejected", "2026-11-16");
  expect(await rejection()).toMatchObject({ faults: [], noted: { by: "Test Person", reason } });
  await answers.takeIn(await answers.content(file.id, { ...tuesday, verdict: "R" }));
  expect(await rejection()).toMatchObject({ noted: null });
});

test("a note of today stands behind all that was known, also where the sender's clock is ahead", async () => {
  const { file } = await oldFile();
  await answers.takeIn(await answers.content(file.id, { date: "20261120", time: "0030" }));
  await note(file.id, "rejected");
  expect(await standingOf(file.id)).toBe("rejected");
});

test("nobody said anything on a day to come, or before the file was made", async () => {
  const { file } = await oldFile();
  const refused = (saidOn: string) =>
    house.refused(house.biller, noteAcknowledgment, {
      claimFileId: file.id,
      verdict: "accepted",
      reason,
      saidOn,
    });
  for (const day of ["2026-11-20", "2026-11-11"])
    expect(await refused(day)).toMatchObject({ status: 400, code: "invalid-input" });
  await note(file.id, "accepted", "2026-11-12");
  expect((await fileOf(file.id)).acknowledgments).toMatchObject([
    { kind: "noted", saidAt: "2026-11-12T07:00:00Z", receivedAt: testNow },
  ]);
});

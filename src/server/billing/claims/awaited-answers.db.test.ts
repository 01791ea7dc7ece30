import { afterAll, beforeAll, expect, test } from "vitest";
import { noteAcknowledgment, sumUnanswered } from "#domain/billing/claims/acknowledgment.api.ts";
import {
  listClaimFiles,
  readClaimFile,
  takeBackClaimFile,
} from "#domain/billing/claims/claim-file.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

let house: ClaimHouse;
let answers: ReturnType<typeof answersIn>;
beforeAll(async () => {
  house = await openProfessionalHouse();
  answers = answersIn(house);
});
afterAll(() => house.close());

/** A file that was made and left so many days ago. */
const oldFile = async (days: number, isTest = false) => {
  const { file } = await answers.sentFile(1);
  await house.product.ownerPool.query(
    "update stepwell.claim_file set created_at = created_at - make_interval(days => $3), handed_over_at = handed_over_at - make_interval(days => $3), is_test = $4 where organization_id = $1 and id = $2",
    [house.here.organizationId, file.id, days, isTest],
  );
  return file;
};
const overdue = async () => {
  const { rows } = await house.done(house.biller, listClaimFiles, {});
  return rows.flatMap(({ id, isOverdue }) => (isOverdue ? [id] : [])).toSorted();
};
const unanswered = () => house.done(house.biller, sumUnanswered, {});

test("answers are missed since the first that came; before, of two weeks, and of tests only while all are", async () => {
  const tried = await oldFile(9, true);
  expect([await overdue(), await unanswered()]).toMatchObject([[tried.id], { files: 1 }]);
  // Nor does a live one that never left, whether it lies here or was taken back.
  const { file: here } = await answers.madeFile(1);
  expect([await overdue(), await unanswered()]).toMatchObject([[tried.id], { files: 1 }]);
  const back = { claimFileId: here.id, reason: "Made too early" };
  await house.done(house.biller, takeBackClaimFile, back);
  expect([await overdue(), await unanswered()]).toMatchObject([[tried.id], { files: 1 }]);
  // Everything that was ever sent, on the day on which answers are taken in first.
  const older = await oldFile(40);
  const old = await oldFile(10);
  expect(await overdue()).toEqual([old.id]);
  expect(await unanswered()).toMatchObject({ files: 1, totalCents: old.totalCents });
  const first = await oldFile(30);
  await answers.takeIn(await answers.content(first.id));
  const later = await oldFile(20);
  expect(await overdue()).toEqual([old.id, later.id].toSorted());
  expect(await unanswered()).toMatchObject({ files: 2, claims: 2 });
  // An answer to an older one changes nothing for what was sent before the first.
  await answers.takeIn(await answers.content(older.id));
  expect(await overdue()).toEqual([old.id, later.id].toSorted());
  for (const { id } of [old, later]) await answers.takeIn(await answers.content(id));
});

test("what was read elsewhere is noted with where, and nobody is asked about the file any more", async () => {
  const { file } = await answers.sentFile(1);
  const asked = { claimFileId: file.id, reason: "Portal of the clearinghouse" };
  const made =
    "update stepwell.claim_file set created_at = created_at - interval '7 days', handed_over_at = handed_over_at - interval '7 days' where organization_id = $1 and id = $2";
  await house.product.ownerPool.query(made, [house.here.organizationId, file.id]);
  const before = await house.done(house.biller, sumUnanswered, {});
  expect(before.files).toBe(1);
  const { rows } = await house.done(house.biller, listClaimFiles, {});
  expect(rows.find(({ id }) => id === file.id)).toMatchObject({ isOverdue: true });
  await house.done(house.biller, noteAcknowledgment, { ...asked, verdict: "accepted" });
  const { file: after, acknowledgments } = await house.done(house.biller, readClaimFile, {
    claimFileId: file.id,
  });
  expect(after).toMatchObject({ standing: "accepted", isOverdue: false });
  expect(acknowledgments).toMatchObject([{ kind: "noted", reason: asked.reason, name: null }]);
  expect(await house.done(house.biller, sumUnanswered, {})).toMatchObject({
    files: 0,
    oldestAt: null,
  });
  expect(
    await house.refused(house.stranger, noteAcknowledgment, { ...asked, verdict: "accepted" }),
  ).toMatchObject({ status: 404 });
});

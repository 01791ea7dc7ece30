import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/privacy/conflict.ts";
import type * as api from "#domain/privacy/record-review.api.ts";
import { recordReviewDefects, recordReviewState } from "#domain/privacy/record-review-defects.ts";
import {
  recordReviewSchema,
  recordReviewStates,
  type RecordReview,
} from "#domain/privacy/record-review.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { refuseFuture } from "#server/privacy/consent.service.ts";
import * as queries from "#server/privacy/record-review.queries.ts";
import { todayOf } from "#server/practice/organization.service.ts";

const termsSchema = recordReviewSchema.omit({ state: true, defects: true });

const reviewOf = (
  row: Omit<queries.RecordReviewRow, "organizationId">,
  today: string,
): RecordReview => {
  const terms = termsSchema.parse(row);
  return {
    ...terms,
    state: recordReviewState(terms, today),
    defects: recordReviewDefects(terms),
  };
};

export const listRecordReviews = async (work: Work): Promise<{ rows: RecordReview[] }> => {
  const today = await todayOf(work);
  const rows = (await queries.listRecordReviews(work)).map((row) => reviewOf(row, today));
  const place = ({ state }: RecordReview): number => recordReviewStates.indexOf(state);
  return { rows: rows.toSorted((one, other) => place(one) - place(other)) };
};

export const createRecordReview = async (
  work: Work,
  facts: Parsed<typeof api.createRecordReview>,
): Promise<RecordReview> => {
  const today = await todayOf(work);
  refuseFuture("signedOn", facts.signedOn, today);
  if (facts.endsOn < facts.startsOn)
    throw problem("invalid-input", { fields: { endsOn: { code: "before-start" } } });
  const row = { id: work.newId(), ...facts, createdAt: work.now.toString() };
  await queries.insertRecordReview(work, row);
  const changes = changesBetween(undefined, facts);
  const made = { ...row, endedOn: null, endReason: null, version: 1 };
  await recordChange(work, "record-review", made, { verb: "create", changes });
  return reviewOf(made, today);
};

/** From its day on the audit opens nothing more; what was told before stays in the accounting. */
export const endRecordReview = async (
  work: Work,
  { recordReviewId, version, endedOn, reason }: Parsed<typeof api.endRecordReview>,
): Promise<RecordReview> => {
  const before = await queries.lockRecordReview(work, recordReviewId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "record-review", before, version);
  if (before.endedOn !== null) throw conflict("already-ended");
  const today = await todayOf(work);
  refuseFuture("endedOn", endedOn, today);
  await queries.updateRecordReview(work, recordReviewId, { endedOn, endReason: reason });
  const after = { ...before, endedOn, endReason: reason, version: version + 1 };
  const changes = changesBetween(before, { endedOn });
  await recordChange(work, "record-review", after, { verb: "end", reason, changes });
  return reviewOf(after, today);
};

export const listRecordReviewRevisions = async (
  work: Work,
  recordReviewId: string,
): Promise<{ rows: Revision[] }> => {
  if ((await queries.findRecordReview(work, recordReviewId)) === undefined) throw notFound();
  return { rows: await listRevisions(work, "record-review", recordReviewId) };
};

/** An audit as it stands now, held so that it is not ended while something is told under it. */
export const holdRecordReview = async (
  work: Work,
  recordReviewId: string,
): Promise<RecordReview> => {
  const review = await queries.holdRecordReview(work, recordReviewId);
  if (review === undefined) throw notFound();
  return reviewOf(review, await todayOf(work));
};

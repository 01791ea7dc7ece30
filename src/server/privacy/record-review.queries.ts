import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellRecordReview } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const reviews = ({ tx, organizationId }: Work) =>
  tx.selectFrom("stepwell.recordReview").selectAll().where("organizationId", "=", organizationId);

/** So many are shown; whoever had more audits looks into the trail. */
const mostShown = 200;

export const listRecordReviews = (work: Work) =>
  reviews(work).orderBy("id", "desc").limit(mostShown).execute();

export const findRecordReview = (work: Work, recordReviewId: string) =>
  reviews(work).where("id", "=", recordReviewId).executeTakeFirst();

/** The audit, kept from being ended until the transaction ends: what is told now is told under it. */
export const holdRecordReview = (work: Work, recordReviewId: string) =>
  reviews(work).where("id", "=", recordReviewId).forShare().executeTakeFirst();

/** The audit, held until the transaction ends. */
export const lockRecordReview = (work: Work, recordReviewId: string) =>
  reviews(work).where("id", "=", recordReviewId).forUpdate().executeTakeFirst();

export type RecordReviewRow = NonNullable<Awaited<ReturnType<typeof findRecordReview>>>;

export const insertRecordReview = async (
  { tx, organizationId }: Work,
  review: Omit<Insertable<StepwellRecordReview>, "organizationId" | "version">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.recordReview")
    .values({ organizationId, ...review })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockRecordReview`. */
export const updateRecordReview = async (
  { tx, organizationId }: Work,
  recordReviewId: string,
  changed: Updateable<StepwellRecordReview>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.recordReview")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", recordReviewId)
    .execute();
};

import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellRestriction } from "#server/db/rows.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

const restrictions = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.restriction")
    .select([
      "id",
      "patientId",
      "askedOn",
      "askedBy",
      "askerRelation",
      "recipientKind",
      "recipients",
      "information",
      "purposes",
      "paidInFull",
      "answer",
      "answeredOn",
      "answeredBy",
      "answerReason",
      "endedOn",
      "endGround",
      "endReason",
      "createdAt",
      "version",
    ])
    .where("organizationId", "=", organizationId);

const isSeen = (work: Work) => isPersonSeen(work, sql`restriction.patient_id`, "disclosure");

/** What a patient asked for whose papers whoever asks sees. */
export const listRestrictions = (work: Work, patientId: string) =>
  restrictions(work)
    .where("patientId", "=", patientId)
    .where(isSeen(work))
    .orderBy("id", "desc")
    .execute();

export const findRestriction = (work: Work, restrictionId: string) =>
  restrictions(work).where("id", "=", restrictionId).where(isSeen(work)).executeTakeFirst();

/** The request, held until the transaction ends. */
export const lockRestriction = (work: Work, restrictionId: string) =>
  restrictions(work).where("id", "=", restrictionId).forUpdate().executeTakeFirst();

const ofMany = (work: Work, patientIds: readonly string[]) =>
  restrictions(work)
    .where(sql<boolean>`patient_id = any(${patientIds}::uuid[])`)
    .orderBy("id", "desc");

/** What these people asked to be kept back, in one statement. */
export const listRestrictionsOfMany = (work: Work, patientIds: readonly string[]) =>
  ofMany(work, patientIds).execute();

/** The same; no answer changes until the transaction ends. */
export const holdRestrictions = (work: Work, patientIds: readonly string[]) =>
  ofMany(work, patientIds).forShare().execute();

export type RestrictionRow = NonNullable<Awaited<ReturnType<typeof findRestriction>>>;

export const insertRestriction = async (
  { tx, organizationId }: Work,
  restriction: Omit<Insertable<StepwellRestriction>, "organizationId" | "version">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.restriction")
    .values({ organizationId, ...restriction })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockRestriction`. */
export const updateRestriction = async (
  { tx, organizationId }: Work,
  restrictionId: string,
  changed: Updateable<StepwellRestriction>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.restriction")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", restrictionId)
    .execute();
};

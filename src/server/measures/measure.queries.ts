import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellMeasureRequest, StepwellMeasureResponse } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen as isSeenRow } from "#server/platform/sight.queries.ts";

/** By the label of the answer sheet or, before there is one, of the stay. Needs `stay` and `response` in the statement. */
const isSeen = (work: Work, label = sql<string>`coalesce(response.label, stay.label)`) =>
  isSeenRow(work, { label, enrollmentId: sql`stay.id` });

const measures = (work: Work) => {
  const { tx, organizationId } = work;
  return tx
    .selectFrom("stepwell.measureRequest as request")
    .innerJoin("stepwell.enrollment as stay", (on) =>
      on
        .on("stay.organizationId", "=", organizationId)
        .onRef("stay.id", "=", "request.enrollmentId"),
    )
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "request.patientId"),
    )
    .leftJoin("stepwell.staff as therapist", (on) =>
      on
        .on("therapist.organizationId", "=", organizationId)
        .onRef("therapist.id", "=", "stay.therapistStaffId")
        .on("therapist.retiredAt", "is", null),
    )
    .leftJoin("stepwell.measureResponse as response", (on) =>
      on
        .on("response.organizationId", "=", organizationId)
        .onRef("response.requestId", "=", "request.id"),
    )
    .where("request.organizationId", "=", organizationId)
    .select([
      "request.id",
      "request.patientId",
      "request.enrollmentId",
      "request.instrument",
      "request.dueOn",
      "request.requestedAt",
      "request.requestedBy",
      "request.cancelledAt",
      "request.version",
      "patient.givenName",
      "patient.familyName",
      "patient.preferredName",
      "stay.endedOn",
      "stay.label as stayLabel",
      "therapist.id as therapistStaffId",
      "therapist.givenName as therapistName",
      "response.id as responseId",
      "response.instrumentVersion",
      "response.language",
      "response.answeredBy",
      "response.answers",
      "response.startedAt",
      "response.completedAt",
      "response.score",
      "response.band",
      "response.notScoredBecause",
      "response.scoringVersion",
      "response.label",
      isSeen(work).as("isSeen"),
    ]);
};

/** What was asked of a patient, as far as whoever asks may see it. */
export const listMeasures = (work: Work, patientId: string) =>
  measures(work)
    .where("request.patientId", "=", patientId)
    .where(isSeen(work))
    .orderBy("request.dueOn", "desc")
    .orderBy("request.id", "desc")
    .limit(200)
    .execute();

/** Whether there is such a patient here. */
export const hasPatient = async (
  { tx, organizationId }: Work,
  patientId: string,
): Promise<boolean> => {
  const row = await tx
    .selectFrom("stepwell.patient")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .executeTakeFirst();
  return row !== undefined;
};

export const findMeasure = (work: Work, requestId: string) =>
  measures(work).where("request.id", "=", requestId).executeTakeFirst();

/**
 * The measure as it is once nobody else is at it: the request is held first, for what was read beside a row that had to be
 * waited for is older than the row.
 */
export const lockMeasure = async (work: Work, requestId: string) => {
  await work.tx
    .selectFrom("stepwell.measureRequest")
    .select("id")
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", requestId)
    .forUpdate()
    .executeTakeFirst();
  return findMeasure(work, requestId);
};

export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number];

/** Not completed, not taken back, and due by this day. */
export const listDue = (work: Work, patientId: string, on: string) =>
  measures(work)
    .where("request.patientId", "=", patientId)
    .where("request.dueOn", "<=", on)
    .where("request.cancelledAt", "is", null)
    .where("response.completedAt", "is", null)
    .where("stay.endedOn", "is", null)
    .orderBy("request.dueOn", "desc")
    .execute();

/** What a person has sent, newest first. It is their own: no label keeps it from them. */
export const listCompleted = (work: Work, patientId: string) =>
  measures(work)
    .where("request.patientId", "=", patientId)
    .where("request.cancelledAt", "is", null)
    .where("response.completedAt", "is not", null)
    .orderBy("response.completedAt", "desc")
    .orderBy("request.id", "desc")
    .limit(60)
    .execute();

/** Every asking of one person that was not taken back, oldest first. */
export const listPoints = async (work: Work, patientId: string) => {
  const { tx, organizationId } = work;
  return tx
    .selectFrom("stepwell.measureRequest as request")
    .innerJoin("stepwell.enrollment as stay", (on) =>
      on
        .on("stay.organizationId", "=", organizationId)
        .onRef("stay.id", "=", "request.enrollmentId"),
    )
    .leftJoin("stepwell.measureResponse as response", (on) =>
      on
        .on("response.organizationId", "=", organizationId)
        .onRef("response.requestId", "=", "request.id"),
    )
    .where("request.organizationId", "=", organizationId)
    .where("request.patientId", "=", patientId)
    .where("request.cancelledAt", "is", null)
    .select([
      "request.id",
      "request.instrument",
      "request.dueOn",
      "response.completedAt",
      "response.score",
      "response.band",
      "response.answers",
    ])
    .where(isSeen(work))
    .orderBy("request.dueOn")
    .orderBy("request.id")
    .execute();
};

export const insertRequest = async (
  { tx, organizationId }: Work,
  request: Omit<Insertable<StepwellMeasureRequest>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.measureRequest")
    .values({ organizationId, ...request })
    .execute();
};

/** An open request of this instrument in this stay for this day. */
export const findSameRequest = (
  { tx, organizationId }: Work,
  wanted: { readonly enrollmentId: string; readonly instrument: string; readonly dueOn: string },
) =>
  tx
    .selectFrom("stepwell.measureRequest")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "=", wanted.enrollmentId)
    .where("instrument", "=", wanted.instrument)
    .where("dueOn", "=", wanted.dueOn)
    .where("cancelledAt", "is", null)
    .executeTakeFirst();

/** The stay a measure is asked in, held against being ended meanwhile; undefined, too, where it may not be seen. */
export const holdStay = (
  work: Work,
  { patientId, enrollmentId }: { readonly patientId: string; readonly enrollmentId: string },
) =>
  work.tx
    .selectFrom("stepwell.enrollment as stay")
    .select(["stay.id", "stay.endedOn"])
    .where("stay.organizationId", "=", work.organizationId)
    .where("stay.id", "=", enrollmentId)
    .where("stay.patientId", "=", patientId)
    .where(isSeen(work, sql<string>`stay.label`))
    .forUpdate("stay")
    .executeTakeFirst();

/** Moves the version of a request on: somebody answered, completed or took it back. */
export const updateRequest = async (
  { tx, organizationId }: Work,
  requestId: string,
  changed: Updateable<StepwellMeasureRequest> = {},
): Promise<void> => {
  await tx
    .updateTable("stepwell.measureRequest")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", requestId)
    .execute();
};

export const insertResponse = async (
  { tx, organizationId }: Work,
  response: Omit<Insertable<StepwellMeasureResponse>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.measureResponse")
    .values({ organizationId, ...response })
    .execute();
};

export const updateResponse = async (
  { tx, organizationId }: Work,
  responseId: string,
  changed: Updateable<StepwellMeasureResponse>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.measureResponse")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", responseId)
    .execute();
};

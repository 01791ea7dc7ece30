import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellEnrollment, StepwellEnrollmentDiagnosis } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

export interface DiagnosisRow {
  readonly id: string;
  readonly code: string;
  readonly rank: number;
  readonly diagnosedOn: string;
}

const staffName = (alias: string) =>
  sql<string | null>`${sql.ref(alias)}.given_name || ' ' || ${sql.ref(alias)}.family_name`;

const diagnosesOfStay = ({ organizationId }: Work) => sql<DiagnosisRow[]>`(
  select coalesce(json_agg(json_build_object('id', d.id, 'code', d.code, 'rank', d.rank, 'diagnosedOn', d.diagnosed_on) order by d.rank), '[]')
  from stepwell.enrollment_diagnosis d
  where d.organization_id = ${organizationId} and d.enrollment_id = stay.id and d.resolved_on is null)`;

const stays = (work: Work) => {
  const { tx, organizationId } = work;
  return tx
    .selectFrom("stepwell.enrollment as stay")
    .innerJoin("stepwell.program as program", (on) =>
      on
        .on("program.organizationId", "=", organizationId)
        .onRef("program.id", "=", "stay.programId"),
    )
    .innerJoin("stepwell.track as track", (on) =>
      on.on("track.organizationId", "=", organizationId).onRef("track.id", "=", "stay.trackId"),
    )
    .innerJoin("stepwell.levelOfCare as level", (on) =>
      on
        .on("level.organizationId", "=", organizationId)
        .onRef("level.id", "=", "stay.levelOfCareId"),
    )
    .leftJoin("stepwell.staff as attending", (on) =>
      on
        .on("attending.organizationId", "=", organizationId)
        .onRef("attending.id", "=", "stay.attendingStaffId"),
    )
    .leftJoin("stepwell.staff as therapist", (on) =>
      on
        .on("therapist.organizationId", "=", organizationId)
        .onRef("therapist.id", "=", "stay.therapistStaffId"),
    )
    .select([
      "stay.id",
      "stay.patientId",
      "stay.programId",
      "program.name as programName",
      "stay.trackId",
      "track.name as trackName",
      "track.kind as trackKind",
      "stay.levelOfCareId",
      "level.name as levelName",
      "level.code as levelCode",
      "stay.population",
      "stay.label",
      "stay.admittedOn",
      "stay.endedOn",
      "stay.endReason",
      "stay.attendingStaffId",
      staffName("attending").as("attendingName"),
      "stay.therapistStaffId",
      staffName("therapist").as("therapistName"),
      "stay.admissionType",
      "stay.admissionSource",
      "stay.patientStatus",
      "stay.createdAt",
      "stay.version",
      diagnosesOfStay(work).as("diagnoses"),
    ])
    .where("stay.organizationId", "=", organizationId);
};

const isSeenStay = (work: Work) =>
  isSeen(work, { label: sql`stay.label`, enrollmentId: sql`stay.id` }, "payment");

/** The stays of a patient that whoever asks sees. */
export const listEnrollments = (work: Work, patientId: string) =>
  stays(work)
    .where("stay.patientId", "=", patientId)
    .where(isSeenStay(work))
    .orderBy(sql`stay.ended_on is not null`)
    .orderBy("stay.admittedOn", "desc")
    .orderBy("stay.id", "desc")
    .execute();

export const findEnrollment = (work: Work, enrollmentId: string) =>
  stays(work).where("stay.id", "=", enrollmentId).where(isSeenStay(work)).executeTakeFirst();

/** The stay, held until the transaction ends. */
export const lockEnrollment = (work: Work, enrollmentId: string) =>
  stays(work)
    .where("stay.id", "=", enrollmentId)
    .where(isSeenStay(work))
    .forUpdate("stay")
    .executeTakeFirst();

export type EnrollmentRow = Awaited<ReturnType<typeof listEnrollments>>[number];
export type NewEnrollment = Omit<Insertable<StepwellEnrollment>, "organizationId">;

export const insertEnrollment = async (
  { tx, organizationId }: Work,
  enrollment: NewEnrollment,
): Promise<void> => {
  await tx
    .insertInto("stepwell.enrollment")
    .values({ organizationId, ...enrollment })
    .execute();
};

export const updateEnrollment = async (
  { tx, organizationId }: Work,
  enrollmentId: string,
  changed: Updateable<StepwellEnrollment>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.enrollment")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", enrollmentId)
    .execute();
};

export type NewDiagnosis = Omit<Insertable<StepwellEnrollmentDiagnosis>, "organizationId">;

/** All diagnoses of a stay in one statement. */
export const insertDiagnoses = async (
  { tx, organizationId }: Work,
  diagnoses: readonly NewDiagnosis[],
): Promise<void> => {
  if (diagnoses.length === 0) return;
  await tx
    .insertInto("stepwell.enrollmentDiagnosis")
    .values(diagnoses.map((diagnosis) => ({ organizationId, ...diagnosis })))
    .execute();
};

/** Ends every diagnosis of a stay that is in force; those that stay are written anew in their new order. */
export const resolveDiagnoses = async (
  { tx, organizationId }: Work,
  enrollmentId: string,
  resolvedOn: string,
): Promise<void> => {
  await tx
    .updateTable("stepwell.enrollmentDiagnosis")
    .set({ resolvedOn, version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "=", enrollmentId)
    .where("resolvedOn", "is", null)
    .execute();
};

import { sql, type RawBuilder } from "kysely";
import { isAllowed } from "#domain/access/actor.ts";
import type { CareNow, CareState } from "#domain/patients/patient.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** The day of the organization, as every list of who is in care takes it: the first and the last day of a stay belong to it. */
const today = ({ organizationId, now }: Work): RawBuilder<unknown> => sql`
  (select (${now.toString()}::timestamptz at time zone o.zone)::date from stepwell.organization o where o.organization_id = ${organizationId})`;

/** The stays that whoever asks sees, as a statement reads them: `stay`, and what narrows them. */
const seen = (work: Work, narrowed: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  stay.organization_id = ${work.organizationId} ${narrowed}
  and ${
    isAllowed(work.actor, "enrollments:read")
      ? isSeen(work, { label: sql`stay.label`, enrollmentId: sql`stay.id` }, "payment")
      : sql`false`
  }`;

/** Of these, the ones that run. */
const running = (work: Work, narrowed: RawBuilder<unknown>): RawBuilder<unknown> =>
  seen(
    work,
    sql`${narrowed} and stay.admitted_on <= ${today(work)} and (stay.ended_on is null or stay.ended_on >= ${today(work)})`,
  );

/**
 * Whether a patient is in care as it was asked for; true where it was not asked. Looked up for each row: as a join, PostgreSQL
 * would read every stay there is to answer for one name.
 */
export const isInCareState = (
  work: Work,
  care: CareState | undefined,
  patientId: RawBuilder<unknown>,
): RawBuilder<boolean> => {
  if (care === undefined) return sql<boolean>`true`;
  const ofPatient = sql`and stay.patient_id = ${patientId}`;
  const stay = sql`(select true from stepwell.enrollment stay
    where ${care === "no-program-yet" ? seen(work, ofPatient) : running(work, ofPatient)} limit 1)`;
  return care === "in-care" ? sql<boolean>`${stay} is true` : sql<boolean>`${stay} is null`;
};

/**
 * The same for a page by name of everybody. Few of all who ever came are in care at once: they are read first and looked up,
 * for a walk along the names would pass a hundred thousand to fill one page.
 */
export const isInCareStateOfAll = (
  work: Work,
  care: CareState | undefined,
  patientId: RawBuilder<unknown>,
): RawBuilder<boolean> =>
  care === "in-care"
    ? sql<boolean>`${patientId} = any(array(select stay.patient_id from stepwell.enrollment stay
        where ${running(work, sql``)}))`
    : isInCareState(work, care, patientId);

/** Where these patients are in care now, the newest stay first. */
export const listCareNow = async (
  work: Work,
  patientIds: readonly string[],
): Promise<readonly (CareNow & { readonly patientId: string })[]> => {
  if (patientIds.length === 0) return [];
  const { organizationId } = work;
  const { rows } = await sql<CareNow & { readonly patientId: string }>`
    select stay.patient_id as "patientId", program.name as "programName", track.name as "trackName",
           therapist.given_name || ' ' || therapist.family_name as "therapistName"
      from stepwell.enrollment stay
      join stepwell.program program on program.organization_id = ${organizationId} and program.id = stay.program_id
      join stepwell.track track on track.organization_id = ${organizationId} and track.id = stay.track_id
      left join stepwell.staff therapist
        on therapist.organization_id = ${organizationId} and therapist.id = stay.therapist_staff_id
     where ${running(work, sql`and stay.patient_id = any(${patientIds}::uuid[])`)}
     order by stay.admitted_on desc, stay.id desc`.execute(work.tx);
  return rows;
};

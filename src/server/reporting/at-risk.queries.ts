import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { isSeen, ownStaff } from "#server/platform/sight.queries.ts";

export interface RiskRow {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly trackName: string;
  readonly therapistName: string | null;
  readonly isMine: boolean;
  readonly facts: unknown;
}

const daysBack = 28;

/** Everybody in care on a day whom the reader sees, with their scores, their last sessions and an open crisis. */
export const selectStaysInCare = async (
  work: Work,
  wanted: {
    readonly on: string;
    readonly siteId?: string | undefined;
  },
): Promise<readonly RiskRow[]> => {
  const { tx, organizationId, now } = work;
  const { on, siteId } = wanted;
  const ofSite = siteId === undefined ? sql`` : sql`and g.site_id = ${siteId}`;
  // A task, too, tells that its record is there: it may come from a stay that the reader does not see.
  const seesCrisis = isSeen(work, {
    label: sql`k.label`,
    enrollmentId: sql`null::uuid`,
    staffIds: [sql`k.owner_staff_id`],
  });
  const seesAnswer = isSeen(work, { label: sql`r.label`, enrollmentId: sql`r.enrollment_id` });
  const { rows } = await sql<RiskRow>`
    select e.patient_id as "patientId", e.id as "enrollmentId", p.given_name as "givenName", p.family_name as "familyName",
      p.preferred_name as "preferredName", t.name as "trackName", w.given_name || ' ' || w.family_name as "therapistName",
      coalesce(${ownStaff(work)} in (e.therapist_staff_id, e.attending_staff_id), false) as "isMine",
      json_build_object(
        'crisisSince', (select to_char(min(k.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from stepwell.task k
          where k.organization_id = ${organizationId} and k.patient_id = e.patient_id and k.closed_at is null and k.urgency = 'crisis'
            and ${seesCrisis}),
        'scores', (select coalesce(json_agg(json_build_object('instrument', r.instrument,
            'on', (r.completed_at at time zone i.zone)::date, 'score', r.score, 'answers', r.answers) order by r.completed_at, r.id), '[]')
          from stepwell.measure_response r where r.organization_id = ${organizationId} and r.patient_id = e.patient_id
            and r.enrollment_id = e.id and r.score is not null and r.completed_at is not null
            and ${seesAnswer}),
        'sessions', (select coalesce(json_agg(json_build_object('on', a.service_date, 'status', a.status) order by a.starts_at, a.id), '[]')
          from stepwell.attendance a
          join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
          where a.organization_id = ${organizationId} and a.enrollment_id = e.id and a.service_date >= ${on}::date - ${daysBack}::integer
            and a.service_date <= ${on}::date + 1 and a.status not in ('cancelled', 'expected')
            and (s.ends_at <= ${now.toString()} or s.state = 'ended'))) as facts
    from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    join stepwell.track t on t.organization_id = ${organizationId} and t.id = e.track_id
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id
    join stepwell.site i on i.organization_id = ${organizationId} and i.id = g.site_id
    left join stepwell.staff w on w.organization_id = ${organizationId} and w.id = e.therapist_staff_id
    where e.organization_id = ${organizationId} and e.admitted_on <= ${on} and (e.ended_on is null or e.ended_on >= ${on})
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })} ${ofSite}
    order by p.sort_name, e.admitted_on, e.id limit 5000`.execute(tx);
  return rows;
};

import { sql } from "kysely";
import type { EndedStay } from "#domain/reporting/ended-stay.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface EndedRow extends Omit<EndedStay, "name"> {
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
}

/** Stays that are seen and ended on one of these days, the latest first. */
export const selectEnded = async (
  work: Work,
  wanted: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<readonly EndedRow[]> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<EndedRow>`
    select e.patient_id as "patientId", e.id as "enrollmentId", p.given_name as "givenName", p.family_name as "familyName",
      p.preferred_name as "preferredName", i.name as "siteName", g.name as "programName", t.name as "trackName", l.name as "levelName",
      w.given_name || ' ' || w.family_name as "therapistName", e.admitted_on::text as "admittedOn", e.ended_on::text as "endedOn",
      e.end_reason as "endReason"
    from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id
    join stepwell.site i on i.organization_id = ${organizationId} and i.id = g.site_id
    join stepwell.track t on t.organization_id = ${organizationId} and t.id = e.track_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    left join stepwell.staff w on w.organization_id = ${organizationId} and w.id = e.therapist_staff_id
    where e.organization_id = ${organizationId} and e.ended_on between ${wanted.from} and ${wanted.to}
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}
    order by e.ended_on desc, p.sort_name, e.id limit ${wanted.limit}`.execute(tx);
  return rows;
};

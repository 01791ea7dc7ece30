import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

interface DayOfStay {
  readonly enrollmentId: string;
  readonly serviceDate: string;
}

/** What a contract would have to cover, in words. */
interface Scope {
  readonly level: string;
  readonly program: string;
  readonly site: string;
}

/** Of each of these days, in their order, its level of care, its program, and the site it was at. */
export const selectScopes = async (
  { tx, organizationId }: Work,
  days: readonly DayOfStay[],
): Promise<readonly Scope[]> => {
  if (days.length === 0) return [];
  const { rows } = await sql<Scope>`
    select level.name as level, program.name as program, site.name as site
    from jsonb_to_recordset(${JSON.stringify(days.map((day, place) => ({ place, ...day })))}::jsonb)
      as asked(place integer, "enrollmentId" uuid, "serviceDate" date)
    -- One by one: a planner that takes them all at once reads the stays of everybody.
    cross join lateral (select e.id, e.level_of_care_id, e.program_id from stepwell.enrollment e
      where e.organization_id = ${organizationId} and e.id = asked."enrollmentId" limit 1) stay
    join stepwell.level_of_care level on level.organization_id = ${organizationId} and level.id = stay.level_of_care_id
    join stepwell.program program on program.organization_id = ${organizationId} and program.id = stay.program_id
    left join lateral (select day.site_id from stepwell.day_charge day where day.organization_id = ${organizationId}
      and day.enrollment_id = stay.id and day.service_date = asked."serviceDate" limit 1) kept on true
    join stepwell.site site on site.organization_id = ${organizationId} and site.id = coalesce(kept.site_id, program.site_id)
    order by asked.place`.execute(tx);
  return rows;
};

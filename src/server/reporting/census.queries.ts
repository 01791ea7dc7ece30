import { sql, type RawBuilder } from "kysely";
import type { CensusPart, CensusRow } from "#domain/reporting/census.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface CensusStay extends Omit<CensusRow, "name" | "week"> {
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
}

const mostRows = 5000;

interface CensusWeek {
  /** The last day of the week, or today. */
  readonly lastDay: string;
  readonly monday: string;
  readonly siteId?: string | undefined;
}

/** Who belongs to which part: the same conditions as the figures of the program. */
const partsOf = ({
  lastDay,
  monday,
}: CensusWeek): Readonly<Record<CensusPart, RawBuilder<boolean>>> => ({
  "in-care": sql`(e.admitted_on <= ${lastDay} and (e.ended_on is null or e.ended_on >= ${lastDay}))`,
  came: sql`(e.admitted_on between ${monday} and ${lastDay})`,
  left: sql`(e.ended_on between ${monday} and ${lastDay})`,
});

const ofSite = ({ siteId }: CensusWeek): RawBuilder<unknown> =>
  siteId === undefined ? sql`` : sql`and g.site_id = ${siteId}`;

/** How many people are seen in each part; somebody in two stays once. */
export const countCensus = async (
  work: Work,
  week: CensusWeek,
): Promise<Readonly<Record<CensusPart, number>>> => {
  const { tx, organizationId } = work;
  const parts = partsOf(week);
  const { rows } = await sql<Readonly<Record<CensusPart, number>>>`
    select count(distinct e.patient_id) filter (where ${parts["in-care"]})::int as "in-care",
      count(distinct e.patient_id) filter (where ${parts.came})::int as came,
      count(distinct e.patient_id) filter (where ${parts.left})::int as "left"
    from stepwell.enrollment e
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id ${ofSite(week)}
    where e.organization_id = ${organizationId}
      and (${parts["in-care"]} or ${parts.came} or ${parts.left})
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}`.execute(tx);
  return rows[0] ?? { "in-care": 0, came: 0, left: 0 };
};

/** Stays that are seen, in the part that is asked for. */
export const selectCensus = async (
  work: Work,
  wanted: CensusWeek & { readonly part: CensusPart },
): Promise<readonly CensusStay[]> => {
  const { tx, organizationId } = work;
  const parts = partsOf(wanted);
  const { rows } = await sql<CensusStay>`
    select e.patient_id as "patientId", e.id as "enrollmentId", p.given_name as "givenName", p.family_name as "familyName",
      p.preferred_name as "preferredName", g.name as "programName", t.name as "trackName", l.name as "levelName",
      w.given_name || ' ' || w.family_name as "therapistName", e.admitted_on::text as "admittedOn", e.ended_on::text as "endedOn", e.end_reason as "endReason"
    from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id ${ofSite(wanted)}
    join stepwell.track t on t.organization_id = ${organizationId} and t.id = e.track_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    left join stepwell.staff w on w.organization_id = ${organizationId} and w.id = e.therapist_staff_id
    where e.organization_id = ${organizationId} and ${parts[wanted.part]}
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}
    order by p.sort_name, e.admitted_on, e.id limit ${mostRows}`.execute(tx);
  return rows;
};

import { sql } from "kysely";
import type { GroupWeek } from "#domain/reporting/group-attendance.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

interface Wanted {
  readonly today: string;
  /** The first Monday that is shown. */
  readonly firstWeek: string;
  readonly siteId?: string | undefined;
}

interface OfGroup {
  readonly seriesId: string | null;
}
type Seats = OfGroup & Omit<GroupWeek, "sessions" | "calledOff">;
type Held = OfGroup & Pick<GroupWeek, "startsOn" | "sessions" | "calledOff">;
interface Away extends OfGroup {
  readonly reason: string | null;
  readonly seats: number;
}
interface Named {
  readonly seriesId: string;
  readonly name: string;
  readonly programName: string;
}

const ofWeeks = ({ organizationId }: Work, { firstWeek, today }: Wanted) => sql`
  s.organization_id = ${organizationId} and s.service_date >= ${firstWeek} and s.service_date <= ${today}`;

const isOver = (work: Work) =>
  sql`s.state <> 'cancelled' and (s.ends_at <= ${work.now.toString()} or s.state = 'ended')`;

/** The seats behind the weeks of the figures of the program: the same conditions, so that both come to the same. */
const seats = (work: Work, { siteId }: Wanted) => sql`
  join stepwell.attendance a on a.organization_id = ${work.organizationId} and a.session_id = s.id and a.status <> 'cancelled'
  join stepwell.enrollment e on e.organization_id = ${work.organizationId} and e.id = a.enrollment_id
    and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}
  ${siteId === undefined ? sql`` : sql`join stepwell.program p on p.organization_id = ${work.organizationId} and p.id = e.program_id and p.site_id = ${siteId}`}`;

/** A session belongs to the site it is held at, a seat to the site of the stay. */
const ofSite = ({ siteId }: Wanted) =>
  siteId === undefined ? sql`` : sql`and s.site_id = ${siteId}`;

const week = sql`date_trunc('week', s.service_date)::date::text`;

export const countSeats = async (work: Work, wanted: Wanted): Promise<readonly Seats[]> => {
  const { rows } = await sql<Seats>`
    select s.series_id as "seriesId", ${week} as "startsOn",
      (count(*) filter (where a.first_in_at is not null))::integer as attended,
      (count(*) filter (where a.first_in_at is null and a.status = 'excused'))::integer as excused,
      (count(*) filter (where a.first_in_at is null and a.status = 'absent'))::integer as absent,
      (count(*) filter (where a.first_in_at is null and a.status not in ('excused', 'absent')))::integer as unmarked
    from stepwell.session s ${seats(work, wanted)}
    where ${ofWeeks(work, wanted)} and ${isOver(work)}
    group by 1, 2`.execute(work.tx);
  return rows;
};

/** Sessions that were held, which is that somebody came, and those that were called off. */
export const countSessions = async (work: Work, wanted: Wanted): Promise<readonly Held[]> => {
  const { rows } = await sql<Held>`
    select s.series_id as "seriesId", ${week} as "startsOn", (count(*) filter (where ${isOver(work)} and exists (
        select from stepwell.attendance a where a.organization_id = ${work.organizationId} and a.session_id = s.id
          and a.first_in_at is not null)))::integer as sessions,
      (count(*) filter (where s.state = 'cancelled'))::integer as "calledOff"
    from stepwell.session s where ${ofWeeks(work, wanted)} ${ofSite(wanted)}
    group by 1, 2`.execute(work.tx);
  return rows;
};

export const countReasons = async (work: Work, wanted: Wanted): Promise<readonly Away[]> => {
  const { rows } = await sql<Away>`
    select s.series_id as "seriesId", a.reason, count(*)::integer as seats
    from stepwell.session s ${seats(work, wanted)}
    where ${ofWeeks(work, wanted)} and ${isOver(work)} and a.first_in_at is null and a.status in ('excused', 'absent')
    group by 1, 2 order by 3 desc, 2`.execute(work.tx);
  return rows;
};

/** Groups by name, those that have ended among them. */
export const selectGroups = async ({ tx, organizationId }: Work): Promise<readonly Named[]> => {
  const { rows } = await sql<Named>`
    select r.id as "seriesId", r.name, g.name as "programName"
    from stepwell.series r
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = r.program_id
    where r.organization_id = ${organizationId}
    order by r.name, r.id`.execute(tx);
  return rows;
};

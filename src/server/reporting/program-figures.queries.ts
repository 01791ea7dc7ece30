import { sql } from "kysely";
import type { ProgramFigures } from "#domain/reporting/program-figures.ts";
import type { Work } from "#server/platform/work.ts";
import { isCounted, isSeen, labelOfStay } from "#server/platform/sight.queries.ts";

interface Wanted {
  readonly today: string;
  /** Mondays, the first and the last that are shown. */
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly siteId?: string | undefined;
}

type Counted = Pick<ProgramFigures, "inCare" | "tracks" | "weeks" | "seats">;

const stays = (work: Work, { siteId }: Wanted) => sql`
  select e.id, e.patient_id, e.track_id, e.admitted_on, e.ended_on
  from stepwell.enrollment e
  join stepwell.program g on g.organization_id = ${work.organizationId} and g.id = e.program_id
    ${siteId === undefined ? sql`` : sql`and g.site_id = ${siteId}`}
  where e.organization_id = ${work.organizationId} and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}`;

const weeks = (work: Work, wanted: Wanted) => sql`
  select coalesce(json_agg(json_build_object('startsOn', w.starts_on, 'inCare', w.in_care, 'admitted', w.admitted, 'ended', w.ended,
    'attended', coalesce(d.attended, 0), 'excused', coalesce(d.excused, 0), 'absent', coalesce(d.absent, 0),
    'unmarked', coalesce(d.unmarked, 0)) order by w.starts_on), '[]')
  from (
    select n.starts_on,
      count(distinct e.patient_id) filter (where e.admitted_on <= n.last_day and (e.ended_on is null or e.ended_on >= n.last_day)) as in_care,
      count(*) filter (where e.admitted_on between n.starts_on and n.last_day) as admitted,
      count(*) filter (where e.ended_on between n.starts_on and n.last_day) as ended
    from (select monday::date as starts_on, least(monday::date + 6, ${wanted.today}::date) as last_day
      from generate_series(${wanted.firstWeek}::date, ${wanted.lastWeek}::date, interval '7 days') monday) n
    left join stays e on e.admitted_on <= n.last_day and (e.ended_on is null or e.ended_on >= n.starts_on)
    group by n.starts_on) w
  left join (
    select date_trunc('week', s.service_date)::date as starts_on,
      count(*) filter (where a.first_in_at is not null) as attended,
      count(*) filter (where a.first_in_at is null and a.status = 'excused') as excused,
      count(*) filter (where a.first_in_at is null and a.status = 'absent') as absent,
      count(*) filter (where a.first_in_at is null and a.status not in ('excused', 'absent')) as unmarked
    from stepwell.session s
    join stepwell.attendance a on a.organization_id = ${work.organizationId} and a.session_id = s.id and a.status <> 'cancelled'
    join stays e on e.id = a.enrollment_id
    where s.organization_id = ${work.organizationId} and s.service_date >= ${wanted.firstWeek} and s.service_date <= ${wanted.today}
      and s.state <> 'cancelled' and (s.ends_at <= ${work.now.toString()} or s.state = 'ended')
    group by 1) d on d.starts_on = w.starts_on`;

const tracks = (work: Work, { today }: Wanted) => sql`
  select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'programName', g.name, 'inCare', n.in_care)
    order by g.name, t.name, t.id), '[]')
  from (select e.track_id, count(distinct e.patient_id) as in_care from stays e
    where e.admitted_on <= ${today} and (e.ended_on is null or e.ended_on >= ${today}) group by e.track_id) n
  join stepwell.track t on t.organization_id = ${work.organizationId} and t.id = n.track_id
  join stepwell.program g on g.organization_id = ${work.organizationId} and g.id = t.program_id`;

const seatTold = (work: Work) => {
  const enrollmentId = sql`m.enrollment_id`;
  const stay = { label: labelOfStay(work, enrollmentId), enrollmentId };
  return isCounted(work, "attendance:read", stay, "payment");
};

const seats = (work: Work, { today, siteId }: Wanted) => sql`
  select coalesce(json_agg(json_build_object('seriesId', r.id, 'name', r.name, 'capacity', r.capacity,
      'filled', (select count(*) from stepwell.membership m where m.organization_id = ${work.organizationId} and m.series_id = r.id
        and ${seatTold(work)} and m.withdrawn_at is null and m.starts_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today}))) order by r.name, r.id), '[]')
  from stepwell.series r
  where r.organization_id = ${work.organizationId} and r.retired_at is null and r.starts_on <= ${today}
    and (r.ends_on is null or r.ends_on >= ${today}) ${siteId === undefined ? sql`` : sql`and r.site_id = ${siteId}`}`;

/** Who is in care, week by week and track by track, and the seats of the groups: one statement. */
export const countProgram = async (work: Work, wanted: Wanted): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    with stays as materialized (${stays(work, wanted)})
    select (select count(distinct e.patient_id)::integer from stays e
        where e.admitted_on <= ${wanted.today} and (e.ended_on is null or e.ended_on >= ${wanted.today})) as "inCare",
      (${tracks(work, wanted)}) as tracks, (${weeks(work, wanted)}) as weeks, (${seats(work, wanted)}) as seats`.execute(
    work.tx,
  );
  const [counted] = rows;
  if (counted === undefined) throw new Error("a statement of counts answered nothing");
  return counted;
};

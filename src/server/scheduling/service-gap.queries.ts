import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

export interface GapRow {
  readonly around: unknown;
}

interface Wanted {
  readonly enrollmentIds: readonly string[];
  /** The last service is looked for on this day and before, the next one on `after` and later. */
  readonly before: string;
  readonly after: string;
  /** `held`: the last service was; `planned`: one that is still to come counts, too. */
  readonly last: "held" | "planned";
}

const daysAhead = 60;

/**
 * What lies around a gap, for each of these stays: the services before and after it by both ways of counting, what was missed
 * since, places in groups, closed days of the site. Services are sessions that count toward hours. One statement.
 */
export const selectGaps = async (
  { tx, organizationId, now }: Work,
  { enrollmentIds, before, after, last }: Wanted,
): Promise<readonly GapRow[]> => {
  const moment = now.toString();
  const isOver = sql`(s.ends_at <= ${moment} or s.state = 'ended')`;
  const cameTo = sql`(case when ${isOver} then a.credited_minutes > 0 or a.is_over_limit else a.first_in_at is not null end)`;
  const mayCome = sql`(not ${isOver} and a.first_in_at is null and a.status not in ('absent', 'excused'))`;
  const hasBegun = sql`s.starts_at <= ${moment}`;
  const seats = sql`stepwell.attendance a
    join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id and s.state <> 'cancelled'
    join stepwell.activity_type y on y.organization_id = ${organizationId} and y.id = s.activity_type_id and y.counts_toward_hours
    where a.organization_id = ${organizationId} and a.enrollment_id = e.id and a.status <> 'cancelled'`;
  const lastOf = (held: typeof seats, ahead: typeof seats) => sql`
    (select a.service_date from ${seats} and a.service_date <= ${before}
      and ${last === "held" ? held : sql`(${held} or ${ahead})`} order by a.service_date desc limit 1)`;
  const nextOf = (ahead: typeof seats, held: typeof seats) => sql`
    (select a.service_date from ${seats} and a.service_date >= ${after}
      and ${last === "held" ? ahead : sql`(${held} or ${ahead})`} order by a.service_date limit 1)`;
  const { rows } = await sql<GapRow>`
    select json_build_object('enrollmentId', e.id, 'patientId', e.patient_id, 'levelOfCareId', e.level_of_care_id, 'population', e.population, 'endsOn', e.ended_on,
      'attended', json_build_object('lastOn', k.attended_on, 'nextOn', ${nextOf(mayCome, cameTo)}),
      'offered', json_build_object('lastOn', k.offered_on, 'nextOn', ${nextOf(sql`not ${hasBegun}`, hasBegun)}),
      'missed', (select coalesce(json_agg(json_build_object('on', a.service_date,
          'isAway', coalesce(a.reason in ('in-hospital', 'on-leave'), false)) order by a.starts_at, a.id), '[]')
        from ${seats} and a.service_date > k.attended_on and a.service_date <= ${after}::date + ${daysAhead}::integer
          and a.status in ('absent', 'excused')),
      'places', (select coalesce(json_agg(json_build_object('startsOn', m.starts_on, 'endsOn', m.ends_on,
          'isPaused', coalesce(m.end_reason = 'paused', false))), '[]')
        from stepwell.membership m where m.organization_id = ${organizationId} and m.patient_id = e.patient_id
          and m.enrollment_id = e.id and m.withdrawn_at is null),
      'closed', (select coalesce(json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on)), '[]')
        from stepwell.closure c where c.organization_id = ${organizationId} and c.site_id = g.site_id and c.lifted_at is null
          and c.ends_on >= least(k.attended_on, k.offered_on) and c.starts_on <= ${after}::date + ${daysAhead}::integer)) as around
    from stepwell.enrollment e
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id
    cross join lateral (select ${lastOf(cameTo, mayCome)} as attended_on, ${lastOf(hasBegun, sql`not ${hasBegun}`)} as offered_on) k
    where e.organization_id = ${organizationId} and e.id = any(${enrollmentIds}::uuid[])`.execute(
    tx,
  );
  return rows;
};

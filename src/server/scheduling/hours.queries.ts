import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { breaksCountOn } from "#server/scheduling/breaks-count.queries.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

export interface StayRow {
  readonly stay: unknown;
}

interface Wanted {
  /** Null: everybody in care. */
  readonly patientIds: readonly string[] | null;
  readonly on: string;
  /** The person asks for themselves: no label keeps their own hours from them. */
  readonly isOwn?: boolean;
  readonly siteId?: string | undefined;
  readonly programId?: string | undefined;
  /** As if this session were called off. */
  readonly without?: string | undefined;
}

const narrowed = ({ patientIds, siteId, programId }: Wanted) => sql`
  ${patientIds === null ? sql`` : sql`and e.patient_id = any(${patientIds}::uuid[])`}
  ${siteId === undefined ? sql`` : sql`and g.site_id = ${siteId}`}
  ${programId === undefined ? sql`` : sql`and e.program_id = ${programId}`}`;

/**
 * Stays that run in the days around `on`, with what each day of the ledger comes to: six days before and after hold every kind
 * of week. A session that still runs is booked, not credited. One statement, whoever is asked for.
 */
export const selectStays = async (work: Work, wanted: Wanted): Promise<readonly StayRow[]> => {
  const { tx, organizationId, now } = work;
  const { on, isOwn = false, without } = wanted;
  const seesStay = isOwn
    ? sql`true`
    : isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, "payment");
  const isKept = without === undefined ? sql`` : sql`and a.session_id <> ${without}`;
  // The ledger lets everybody stay to the end who is not said to have left.
  const hasLeft = sql`coalesce(a.last_out_at < s.ends_at, false)`;
  const isSettled = sql`(s.ends_at <= ${now.toString()} or s.state = 'ended' or ${hasLeft})`;
  const wasThere = sql`(a.first_in_at is not null)`;
  const isBooked = sql`(not ${isSettled} and a.status not in ('absent', 'excused'))`;
  // Only a session of the last day can share an hour with one that has not ended.
  const isNear = sql`(${isSettled} and a.credited_minutes > 0 and s.ends_at > ${now.subtract({ hours: 24 }).toString()})`;
  const { rows } = await sql<StayRow>`
    select json_build_object('patientId', e.patient_id, 'enrollmentId', e.id, 'levelOfCareId', e.level_of_care_id,
      'levelName', l.name, 'population', e.population, 'admittedOn', e.admitted_on, 'endedOn', e.ended_on,
      'givenName', p.given_name, 'familyName', p.family_name, 'preferredName', p.preferred_name,
      'trackName', t.name, 'programId', g.id, 'programName', g.name,
      'closedOn', (select coalesce(json_agg(c.starts_on + n), '[]') from stepwell.closure c
          cross join generate_series(0, c.ends_on - c.starts_on) n
        where c.organization_id = ${organizationId} and c.site_id = g.site_id and c.lifted_at is null
          and c.starts_on <= ${on}::date + 6 and c.ends_on >= ${on}::date - 6),
      'days', (select coalesce(json_agg(d), '[]') from (
        select a.service_date as date,
          coalesce(sum(a.scheduled_minutes), 0)::integer as "scheduledMinutes",
          coalesce(sum(a.delivered_minutes) filter (where ${isSettled}), 0)::integer as "deliveredMinutes",
          coalesce(sum(a.credited_minutes) filter (where ${isSettled}), 0)::integer as "creditedMinutes",
          coalesce(sum(a.delivered_minutes) filter (where ${isSettled} and a.is_over_limit), 0)::integer as "overLimitMinutes",
          coalesce(json_agg(json_build_object('seriesId', s.series_id, 'isBooked', ${isBooked}, 'isNear', ${isNear}, 'minutes', a.scheduled_minutes,
            'startsAt', case when ${isBooked} then s.starts_at else coalesce(a.first_in_at, s.starts_at) end,
            'endsAt', case when ${isBooked} then s.ends_at else coalesce(a.last_out_at, s.ends_at) end,
            'breaksCount', ${breaksCountOn(work, sql`a.service_date`)})), '[]') as seats,
          (count(*) filter (where a.status = 'absent'))::integer as missed,
          (count(*) filter (where a.status = 'excused'))::integer as excused,
          coalesce(bool_or(${isSettled} and ${wasThere} and a.status <> 'present'), false) as "isPart"
        from stepwell.attendance a
        join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
        join stepwell.activity_type y on y.organization_id = ${organizationId} and y.id = s.activity_type_id and y.counts_toward_hours
        where a.organization_id = ${organizationId} and a.enrollment_id = e.id and a.status <> 'cancelled' ${isKept}
          and a.service_date >= ${on}::date - 6 and a.service_date <= ${on}::date + 6
        group by a.service_date) d)) as stay
    from stepwell.enrollment e
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id
    join stepwell.track t on t.organization_id = ${organizationId} and t.id = e.track_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    where e.organization_id = ${organizationId} and e.admitted_on <= ${on}::date + 6 and (e.ended_on is null or e.ended_on >= ${on}::date - 6)
      and ${seesStay} ${narrowed(wanted)}
    order by p.sort_name, e.admitted_on, e.id limit 2000`.execute(tx);
  return rows;
};

export interface HeldRow {
  readonly seriesId: string;
  readonly held: unknown;
}

/** What was recorded of the last sessions that each of these groups held, as a whole: nothing of whoever sat in them. */
export const selectLastHeld = async (
  { tx, organizationId, now }: Work,
  seriesIds: readonly string[],
  most: number,
): Promise<readonly HeldRow[]> => {
  const { rows } = await sql<HeldRow>`
    select wanted.id as series_id, json_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at, 'events',
      (select coalesce(json_agg(json_build_object('id', v.id, 'patientId', v.patient_id, 'kind', v.kind, 'mode', v.mode,
          'reason', v.reason, 'occurredAt', v.occurred_at, 'correctsId', v.corrects_id)), '[]')
        from stepwell.attendance_event v
        where v.organization_id = ${organizationId} and v.session_id = s.id
          and v.kind in ('start', 'end', 'break-start', 'break-end', 'strike'))) as held
    from unnest(${seriesIds}::uuid[]) wanted(id)
    cross join lateral (
      select h.id, h.starts_at, h.ends_at from stepwell.session h
      where h.organization_id = ${organizationId} and h.series_id = wanted.id and h.state in ('open', 'ended')
        and (h.ends_at <= ${now.toString()} or h.state = 'ended')
      order by h.service_date desc limit ${most}) s`.execute(tx);
  return rows;
};

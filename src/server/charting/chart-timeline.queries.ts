import { sql } from "kysely";
import type { SightPurpose } from "#domain/access/may-see.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import { crisisEntries } from "#server/charting/chart-crisis.queries.ts";

export interface TimelineRow {
  readonly id: string;
  readonly kind: string;
  readonly day: string;
  readonly at: string | null;
  readonly zone: string | null;
  readonly name: string;
  readonly status: string | null;
  readonly mode: string | null;
  readonly creditedMinutes: number | null;
  readonly isOverLimit: boolean;
  readonly score: number | null;
  readonly words: string | null;
  readonly by: string | null;
  readonly noteId: string | null;
  readonly noteState: string;
  readonly measureId: string | null;
}

/** Which kinds of entries the reader may see, and on whose wall their days are. */
export interface TimelineReach {
  readonly zone: string;
  readonly attendance: boolean;
  readonly notes: boolean;
  readonly measures: boolean;
  readonly stays: boolean;
  readonly coverage: boolean;
  readonly plan: boolean;
}

export interface TimelinePlace {
  readonly day: string;
  readonly id: string;
}

/** After every place: the first page. */
export const newest: TimelinePlace = {
  day: "9999-12-31",
  id: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** Sessions: the one part that grows with the years. Read backwards along its index, no further than the page. */
const sessions = (
  work: Work,
  patientId: string,
  reach: TimelineReach,
  { day, id }: TimelinePlace,
  limit: number,
) => {
  const { organizationId } = work;
  const seesDay = isSeen(
    work,
    { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`a.session_id` },
    "payment",
  );
  const seesNote = isSeen(work, {
    label: sql`m.label`,
    enrollmentId: sql`m.enrollment_id`,
    staffIds: [sql`m.author_staff_id`, sql`m.supervisor_staff_id`],
    sessionId: sql`m.session_id`,
  });
  return sql`
  select a.id, 'session' as kind, a.service_date as day, a.starts_at as at, s.zone, s.name,
    case when a.delivered_minutes > 0 and s.state in ('scheduled', 'open') and s.ends_at > ${work.now.toString()} then 'running' else a.status end as status, a.mode, a.credited_minutes, null::integer as score,
    case when ${reach.notes}::boolean then n.sentence end as words, n.author_name as by, n.id as note_id,
    case when n.id is null then 'none' when n.retracted then 'retracted' when n.cosigned or not n.needs_cosignature then 'signed'
      when n.returned then 'returned' else 'waits-for-cosignature' end as note_state, null::uuid as measure_id,
    a.is_over_limit
  from (
    select * from stepwell.attendance a
    where a.organization_id = ${organizationId} and a.patient_id = ${patientId} and ${reach.attendance}::boolean and ${seesDay}
      and a.service_date <= ${day}::date and (a.service_date, a.id) < (${day}::date, ${id}::uuid) and a.status <> 'expected'
    order by a.service_date desc, a.id desc limit ${limit}) a
  join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
  left join lateral (
    select m.id, m.sentence, m.author_name, m.needs_cosignature,
      exists (select from stepwell.note_act x where x.organization_id = ${organizationId} and x.note_id = m.id and x.kind = 'retract') as retracted,
      exists (select from stepwell.note_act x where x.organization_id = ${organizationId} and x.note_id = m.id and x.kind = 'cosign') as cosigned,
      exists (select from stepwell.note_act x where x.organization_id = ${organizationId} and x.note_id = m.id and x.kind = 'return') as returned
    from stepwell.member_note m
    where m.organization_id = ${organizationId} and m.session_id = a.session_id and m.patient_id = a.patient_id and ${seesNote}
    order by m.signed_at desc, m.id desc limit 1) n on true`;
};

const measures = (work: Work, patientId: string, reach: TimelineReach) => sql`
  select r.id, 'measure', (r.completed_at at time zone ${reach.zone})::date, r.completed_at, ${reach.zone}::text, r.instrument, r.band, null, null, r.score, null, r.answered_by, null::uuid, 'none', r.request_id, false
  from stepwell.measure_response r
  where r.organization_id = ${work.organizationId} and r.patient_id = ${patientId} and r.completed_at is not null and ${reach.measures}::boolean
    and ${isSeen(work, { label: sql`r.label`, enrollmentId: sql`r.enrollment_id` })}`;

const seesStay = (work: Work, purpose: SightPurpose) =>
  isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, purpose);

const stays = (work: Work, patientId: string, reach: TimelineReach) => sql`
  select e.id, v.kind, v.day, null::timestamptz, null, g.name, v.status, null, null, null, null, null, null::uuid, 'none', null::uuid, false
  from stepwell.enrollment e
  join stepwell.program g on g.organization_id = ${work.organizationId} and g.id = e.program_id
  cross join lateral (values ('admission', e.admitted_on, null), ('discharge', e.ended_on, e.end_reason)) v (kind, day, status)
  where e.organization_id = ${work.organizationId} and e.patient_id = ${patientId} and v.day is not null and ${reach.stays}::boolean
    and ${seesStay(work, "payment")}`;

const authorizations = (work: Work, patientId: string, reach: TimelineReach) => sql`
  select z.id, 'authorization', z.starts_on, null::timestamptz, null, z.number, z.unit, null, null, z.units, null, y.name, null::uuid, 'none', null::uuid, false
  from stepwell.authorization z
  join stepwell.enrollment e on e.organization_id = ${work.organizationId} and e.id = z.enrollment_id
  join stepwell.coverage c on c.organization_id = ${work.organizationId} and c.id = z.coverage_id
  join stepwell.payer y on y.organization_id = ${work.organizationId} and y.id = c.payer_id
  where z.organization_id = ${work.organizationId} and e.patient_id = ${patientId} and z.retired_at is null and ${reach.coverage}::boolean
    and ${seesStay(work, "payment")}`;

const objectives = (work: Work, patientId: string, reach: TimelineReach) => sql`
  select o.id, 'objective', o.closed_on, null::timestamptz, null, o.statement, o.status, null, null, null, null, null, null::uuid, 'none', null::uuid, false
  from stepwell.objective o
  join stepwell.enrollment e on e.organization_id = ${work.organizationId} and e.id = o.enrollment_id
  where o.organization_id = ${work.organizationId} and e.patient_id = ${patientId} and o.closed_on is not null and ${reach.plan}::boolean
    and ${seesStay(work, "care")}`;

/** What happened before a place in the timeline, newest first, one row more than the page holds. */
export const listTimeline = async (
  work: Work,
  patientId: string,
  reach: TimelineReach,
  place: TimelinePlace,
  limit: number,
): Promise<TimelineRow[]> => {
  const { rows } = await sql<TimelineRow>`
    select * from (
      ${sessions(work, patientId, reach, place, limit + 1)}
      union all ${measures(work, patientId, reach)}
      union all ${crisisEntries(work, patientId, { sees: reach.measures, zone: reach.zone })}
      union all ${stays(work, patientId, reach)}
      union all ${authorizations(work, patientId, reach)}
      union all ${objectives(work, patientId, reach)}) entry
    where (entry.day, entry.id) < (${place.day}::date, ${place.id}::uuid)
    order by entry.day desc, entry.id desc limit ${limit + 1}`.execute(work.tx);
  return rows;
};

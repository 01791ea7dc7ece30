import { seesEveryLabel } from "#domain/access/may-see.ts";
import { sql, type RawBuilder } from "kysely";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface NewEventRow {
  readonly id: string;
  readonly patientId: string | null;
  readonly kind: string;
  readonly mode: string | null;
  readonly reason: string | null;
  readonly why: string | null;
  readonly occurredAt: string;
  readonly source: string;
  readonly correctsId: string | null;
  readonly device?: string | null | undefined;
  readonly heardAt?: string | null | undefined;
}

/**
 * Adds events to the ledger and holds the patients they concern until the transaction ends, all of the session where one is
 * about everybody: two recorders then see each other's events. Whoever has no seat is left out; an event that is there
 * already stays as it is. Answers the ids that are new.
 */
export const appendEvents = async (
  work: Work,
  sessionId: string,
  events: readonly NewEventRow[],
  everybody: boolean,
): Promise<readonly string[]> => {
  const { tx, organizationId, actor, now } = work;
  const { rows } = await sql<{ ids: string[] }>`
    with batch as materialized (
      select e.* from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e("id" uuid, "patientId" uuid, "kind" text,
        "mode" text, "reason" text, "why" text, "occurredAt" timestamptz, "source" text, "correctsId" uuid,
        "device" text, "heardAt" timestamptz)
    ), seated as materialized (
      select a.patient_id from stepwell.attendance a
      where a.organization_id = ${organizationId} and a.session_id = ${sessionId}
        and (${everybody}::boolean or a.patient_id in (select "patientId" from batch))
    ), held as materialized (
      select p.id from stepwell.patient p
      where p.organization_id = ${organizationId} and p.id in (select patient_id from seated)
      order by p.id for no key update
    ), added as (
      insert into stepwell.attendance_event (organization_id, id, session_id, patient_id, kind, mode, reason, why, occurred_at,
        received_at, source, device, heard_at, corrects_id, account_id, actor_name)
      select ${organizationId}, b."id", ${sessionId}, b."patientId", b."kind", b."mode", b."reason", b."why", b."occurredAt",
        ${now.toString()}, b."source", b."device", b."heardAt", b."correctsId", ${actor.accountId}, ${actor.name}
      from batch b, (select count(*) from held) as after_holding
      where b."patientId" is null or b."patientId" in (select patient_id from seated)
      on conflict (organization_id, id) do nothing
      returning id
    )
    select coalesce(json_agg(id), '[]') as ids from added`.execute(tx);
  return rows[0]?.ids ?? [];
};

/** Whether whoever asks sees the seat in the row `a` of attendance. */
const isSeenSeat = (work: Work): RawBuilder<boolean> =>
  isSeen(
    work,
    { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`a.session_id` },
    "payment",
  );

const attendanceJson = (
  work: Work,
) => sql`json_build_object('id', a.id, 'sessionId', a.session_id, 'patientId', a.patient_id,
  'enrollmentId', a.enrollment_id, 'kind', a.kind, 'status', a.status, 'reason', a.reason, 'mode', a.mode,
  'firstInAt', a.first_in_at, 'lastOutAt', a.last_out_at, 'scheduledMinutes', a.scheduled_minutes,
  'deliveredMinutes', a.delivered_minutes, 'creditedMinutes', a.credited_minutes, 'makesUpFor', a.makes_up_for, 'isOverLimit', a.is_over_limit, 'label', a.label, 'version', a.version,
  'isSeen', ${isSeenSeat(work)})`;

const eventJson = sql`json_build_object('id', v.id, 'sessionId', v.session_id, 'patientId', v.patient_id, 'kind', v.kind,
  'mode', v.mode, 'reason', v.reason, 'why', v.why, 'occurredAt', v.occurred_at, 'receivedAt', v.received_at,
  'source', v.source, 'device', v.device, 'heardAt', v.heard_at, 'correctsId', v.corrects_id, 'actorName', v.actor_name)`;

/**
 * The make-ups of the stays of those who make up here, in the days that any week around this one holds. Seats are found before
 * sessions, or everything that ever met is looked through.
 */
const otherMakeUps = (
  organizationId: string,
  rank: (session: string, activity: string) => RawBuilder<unknown>,
) => sql`
      select o.patient_id, o.session_id, o.service_date, o.credited_minutes > 0 as is_credited, ${rank("s", "y")} as place,
        ${rank("s", "y")} < ${rank("this", "t")} as comes_before
      from this
      join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = this.activity_type_id
      join made_up o on true
      join stepwell.session s on s.organization_id = ${organizationId} and s.id = o.session_id
      join stepwell.activity_type y on y.organization_id = ${organizationId} and y.id = s.activity_type_id`;

/** Of everybody who makes up here: the hour rule of the stay on the day, and when others before this one were credited. */
const makeUpFacts = (
  organizationId: string,
) => sql`select coalesce(json_agg(json_build_object('patientId', a.patient_id, 'admittedOn', e.admitted_on, 'week', h.week,
          'mostMakeUps', h.most_make_ups, 'creditedBefore', (select coalesce(json_agg(o.service_date), '[]') from others o
            where o.patient_id = a.patient_id and o.comes_before and o.is_credited))), '[]')
        from seats a
        join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = a.enrollment_id
        left join stepwell.hour_rule h on h.organization_id = ${organizationId} and h.level_of_care_id = e.level_of_care_id
          and h.population = e.population and h.effective_from <= this.service_date
          and (h.effective_to is null or h.effective_to >= this.service_date)
        where a.kind = 'make-up'`;

/**
 * Everything the ledger of a session is made from, in one statement. An individual session comes before a group, then what
 * begins earlier: what one of these credits (`elsewhere`) the later one does not. Make-ups of one stay
 * follow each other the same way, by their days first: how many count in a week is said once. `below` are those to be made anew, for whom and where in that order.
 */
export const readLedger = async (work: Work, sessionId: string) => {
  const { tx, organizationId } = work;
  const rank = (session: string, activity: string) =>
    sql`(concat_ws(' ', ${sql.ref(`${session}.service_date`)}, (${sql.ref(`${activity}.format`)} in ('group', 'multifamily'))::integer,
      to_char(${sql.ref(`${session}.starts_at`)} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), ${sql.ref(`${session}.id`)}) collate "C")`;
  const { rows } = await sql<{ ledger: unknown }>`
    with this as materialized (
      select s.* from stepwell.session s where s.organization_id = ${organizationId} and s.id = ${sessionId}
    ), seats as materialized (
      select a.* from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = ${sessionId}
    ), near as materialized (
      select o.patient_id, o.id, o.session_id
      from this
      join seats on true
      join stepwell.attendance o on o.organization_id = ${organizationId} and o.patient_id = seats.patient_id
        and o.service_date between this.service_date - 1 and this.service_date + 1 and o.session_id <> this.id
    ), made_up as materialized (
      select o.patient_id, o.session_id, o.service_date, o.credited_minutes
      from this
      join seats on seats.kind = 'make-up'
      join stepwell.attendance o on o.organization_id = ${organizationId} and o.enrollment_id = seats.enrollment_id and o.kind = 'make-up'
        and o.service_date between this.service_date - 6 and this.service_date + 6 and o.session_id <> this.id
    ), overlapping as materialized (
      select o.patient_id, o.id, s.id as session_id, ${rank("s", "y")} as place, ${rank("s", "y")} < ${rank("this", "t")} as comes_before
      from this
      join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = this.activity_type_id
      join near o on true
      join stepwell.session s on s.organization_id = ${organizationId} and s.id = o.session_id
        and s.starts_at < this.ends_at and s.ends_at > this.starts_at
      join stepwell.activity_type y on y.organization_id = ${organizationId} and y.id = s.activity_type_id
    ), others as materialized (${otherMakeUps(organizationId, rank)}
    )
    select json_build_object(
      'session', json_build_object('id', this.id, 'startsAt', this.starts_at, 'endsAt', this.ends_at, 'state', this.state,
        'zone', this.zone, 'serviceDate', this.service_date, 'capacity', this.capacity, 'version', this.version,
        'peoplePerFacilitator', t.people_per_facilitator,
        'facilitators', (select coalesce(json_agg(json_build_object('role', f.role)), '[]') from stepwell.session_facilitator f
          where f.organization_id = ${organizationId} and f.session_id = this.id)),
      'rule', json_build_object('id', r.id, 'graceMinutes', r.grace_minutes, 'breaksCount', r.breaks_count,
        'minimumMinutes', r.minimum_minutes, 'minutesToCount', t.minutes_to_count),
      'attendances', (select coalesce(json_agg(${attendanceJson(work)} order by a.id), '[]') from seats a),
      'events', (select coalesce(json_agg(${eventJson} order by v.occurred_at, v.id), '[]') from stepwell.attendance_event v
        where v.organization_id = ${organizationId} and v.session_id = this.id),
      'elsewhere', (select coalesce(json_agg(json_build_object('patientId', g.patient_id, 'startsAt', g.starts_at, 'endsAt', g.ends_at)), '[]')
        from overlapping o join stepwell.attendance_segment g
          on g.organization_id = ${organizationId} and g.attendance_id = o.id and g.is_credited
        where o.comes_before),
      'makeUps', (${makeUpFacts(organizationId)}),
      'below', (select coalesce(json_agg(json_build_object('sessionId', o.session_id, 'patientId', o.patient_id, 'place', o.place)), '[]')
        from (select session_id, patient_id, place, comes_before from overlapping union select session_id, patient_id, place, comes_before from others) o where not o.comes_before)) as ledger
    from this
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = this.activity_type_id
    left join lateral (
      select q.* from stepwell.attendance_rule q
      where q.organization_id = ${organizationId} and q.effective_from <= this.service_date
        and (q.effective_to is null or q.effective_to >= q.effective_from)
      order by q.effective_from desc limit 1) r on true`.execute(tx);
  return rows[0]?.ledger;
};

export interface ProjectedRow {
  readonly id: string;
  readonly status: string;
  readonly reason: string | null;
  readonly mode: string | null;
  readonly firstInAt: string | null;
  readonly lastOutAt: string | null;
  readonly deliveredMinutes: number;
  readonly creditedMinutes: number;
  readonly isOverLimit: boolean;
  readonly segments: readonly {
    readonly id: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly mode: string;
    readonly notCreditedBecause: string | null;
  }[];
}

/**
 * Writes what the events come to, and by which rule: attendance, its segments made anew, and the state of the session. A row moves on to its next version only where it became another.
 */
export const writeLedger = async (
  work: Work,
  sessionId: string,
  { state, ruleId }: { readonly state: string; readonly ruleId: string | null },
  projected: readonly ProjectedRow[],
): Promise<void> => {
  const { tx, organizationId, now } = work;
  const isWritten = sql`a.id = any (array(select "id" from rows))`;
  await sql`
    with rows as materialized (
      select r.* from jsonb_to_recordset(${JSON.stringify(projected)}::jsonb) as r("id" uuid, "status" text, "reason" text,
        "mode" text, "firstInAt" timestamptz, "lastOutAt" timestamptz, "deliveredMinutes" integer, "creditedMinutes" integer, "isOverLimit" boolean, "segments" jsonb)
    ), changed as (
      update stepwell.attendance a set status = r."status", reason = r."reason", mode = r."mode", first_in_at = r."firstInAt",
        last_out_at = r."lastOutAt", delivered_minutes = r."deliveredMinutes", credited_minutes = r."creditedMinutes", is_over_limit = r."isOverLimit",
        attendance_rule_id = coalesce(${ruleId}::uuid, a.attendance_rule_id), changed_at = ${now.toString()}, version = a.version + 1
      from rows r
      where a.organization_id = ${organizationId} and a.id = r."id" and ${isWritten}
        and (a.status, a.reason, a.mode, a.first_in_at, a.last_out_at, a.delivered_minutes, a.credited_minutes, a.is_over_limit) is distinct from
            (r."status", r."reason", r."mode", r."firstInAt", r."lastOutAt", r."deliveredMinutes", r."creditedMinutes", r."isOverLimit")
    ), gone as (
      delete from stepwell.attendance_segment g
      where g.organization_id = ${organizationId} and g.attendance_id = any (array(select "id" from rows))
    ), added as (
      insert into stepwell.attendance_segment (organization_id, id, attendance_id, patient_id, starts_at, ends_at, mode, is_credited, not_credited_because)
      select ${organizationId}, s."id", a.id, a.patient_id, s."startsAt", s."endsAt", s."mode", s."notCreditedBecause" is null, s."notCreditedBecause"
      from rows r
      join stepwell.attendance a on a.organization_id = ${organizationId} and a.id = r."id" and ${isWritten}
      cross join lateral jsonb_to_recordset(r."segments") as s("id" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "mode" text, "notCreditedBecause" text)
    ), moved as (
      update stepwell.session s set state = ${state}, version = s.version + 1
      where s.organization_id = ${organizationId} and s.id = ${sessionId} and s.state <> ${state}
    )
    select`.execute(tx);
};

/** The ledger of a session as far as the reader sees its people; what happened to the session itself is about nobody. */
export const selectEvents = async (work: Work, sessionId: string) => {
  const { tx, organizationId, actor } = work;
  const isOfSomebodySeen = seesEveryLabel(actor, "payment")
    ? sql``
    : sql`and (v.patient_id is null or exists (select from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = v.session_id and a.patient_id = v.patient_id and ${isSeenSeat(work)}))`;
  const { rows } = await sql<{ event: unknown }>`
    select ${eventJson} as event from stepwell.attendance_event v
    where v.organization_id = ${organizationId} and v.session_id = ${sessionId} ${isOfSomebodySeen}
    order by v.received_at, v.id`.execute(tx);
  return rows.map((row) => row.event);
};

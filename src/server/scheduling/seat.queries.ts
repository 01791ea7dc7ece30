import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { breaksCountOn } from "#server/scheduling/breaks-count.queries.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

export interface SeatRow {
  readonly sessionId: string;
  readonly seriesId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly roomName: string | null;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly hasVideo: boolean;
  readonly countsTowardHours: boolean;
  readonly seatsLeft: number;
  readonly isBooked: boolean;
  readonly breaksCount: boolean | null;
}

/**
 * Sessions of the next two weeks, or of the days that are asked for, in which the patient has a seat; and those of the stay's program until a day that count toward
 * hours, have a seat free, and do not run while the patient sits elsewhere. Whether a seat is free is asked of all; how many
 * are told of is what a roster says that the same person reads.
 */
export const selectSeats = async (
  work: Work,
  wanted: {
    readonly patientId: string;
    readonly enrollmentId: string;
    readonly helpsFrom?: string | undefined;
    readonly helpsUntil: string;
    readonly today: string;
  },
): Promise<readonly SeatRow[]> => {
  const { tx, organizationId, now } = work;
  const { patientId, enrollmentId, helpsFrom, helpsUntil, today } = wanted;
  // A session that began yesterday evening may still be in the way, and a day at another site may still be yesterday.
  const [first, last] =
    helpsFrom === undefined
      ? [sql`${today}::date - 1`, sql`${today}::date + 14`]
      : [sql`${helpsFrom}::date`, sql`${helpsUntil}::date`];
  const seesSeat = isSeen(
    work,
    { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`a.session_id` },
    "payment",
  );
  const { rows } = await sql<SeatRow>`
    with own as (
      select a.session_id, s.starts_at, s.ends_at
      from stepwell.attendance a
      join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id and s.state <> 'cancelled'
      where a.organization_id = ${organizationId} and a.patient_id = ${patientId} and ${seesSeat}
        and a.service_date between ${first} - 1 and ${last}
        and a.status not in ('absent', 'excused', 'cancelled')),
    coming as (
      select s.*, own.session_id is not null as is_booked,
        s.capacity - taken.of_all as seats_left, s.capacity - taken.seen as seats_told
      from stepwell.session s
      cross join lateral (select count(*)::integer as of_all, (count(*) filter (where ${seesSeat}))::integer as seen
        from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = s.id
          and a.status not in ('absent', 'excused', 'cancelled')) taken
      left join own on own.session_id = s.id
      where s.organization_id = ${organizationId} and s.service_date between ${first} and ${last}
        and s.starts_at > ${now.toString()} and s.state = 'scheduled'
        and (own.session_id is not null or s.program_id = (select e.program_id from stepwell.enrollment e
          where e.organization_id = ${organizationId} and e.id = ${enrollmentId} and e.patient_id = ${patientId})))
    select c.id as session_id, c.series_id, c.name, site.name as site_name, room.name as room_name, c.zone, c.starts_at, c.ends_at,
      (extract(epoch from c.ends_at - c.starts_at) / 60)::integer as minutes, c.has_video, t.counts_toward_hours,
      greatest(c.seats_told, 0) as seats_left, c.is_booked,
      ${breaksCountOn(work, sql`c.service_date`)} as breaks_count
    from coming c
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = c.activity_type_id
    join stepwell.site on site.organization_id = ${organizationId} and site.id = c.site_id
    left join stepwell.room on room.organization_id = ${organizationId} and room.id = c.room_id
    where c.is_booked or (c.seats_left > 0 and t.counts_toward_hours and t.format in ('group', 'multifamily')
      and c.service_date <= ${helpsUntil}
      and not exists (select from stepwell.attendance x where x.organization_id = ${organizationId} and x.session_id = c.id
        and x.patient_id = ${patientId})
      and not exists (select from own where own.starts_at < c.ends_at and own.ends_at > c.starts_at))
    order by c.starts_at, c.id limit 40`.execute(tx);
  return rows;
};

export interface MissedSeatRow {
  readonly attendanceId: string;
  readonly name: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly status: string;
}

/** What a make-up may be for: seats of the stay that were missed or called off, as far as whoever asks sees them, and that nothing makes up for. */
export const selectMissedSeats = async (
  work: Work,
  wanted: { readonly patientId: string; readonly enrollmentId: string; readonly today: string },
): Promise<readonly MissedSeatRow[]> => {
  const { tx, organizationId } = work;
  const { patientId, enrollmentId, today } = wanted;
  const seesSeat = isSeen(
    work,
    { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`a.session_id` },
    "payment",
  );
  const { rows } = await sql<MissedSeatRow>`
    select a.id as attendance_id, s.name, s.zone, s.starts_at, a.status
    from stepwell.attendance a
    join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
    where a.organization_id = ${organizationId} and a.enrollment_id = ${enrollmentId} and a.patient_id = ${patientId}
      and a.status in ('absent', 'excused', 'cancelled') and a.service_date >= ${today}::date - 60
      and not exists (select from stepwell.attendance m where m.organization_id = ${organizationId} and m.makes_up_for = a.id)
      and ${seesSeat}
    order by a.starts_at desc, a.id limit 60`.execute(tx);
  return rows;
};

export interface NewSeat {
  readonly sessionId: string;
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly kind: string;
  readonly makesUpFor?: string | null;
}

/**
 * Seats one person in one session; the session is locked. Label and rule are those of the day. A stay that whoever asks does
 * not see is answered like one that does not run.
 */
export const insertSeat = async (work: Work, seat: NewSeat): Promise<boolean> => {
  const { tx, organizationId, now } = work;
  const { rows } = await sql<{ id: string }>`
    insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, kind, status, service_date,
      starts_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at, makes_up_for)
    select ${organizationId}, ${work.newId()}, s.id, e.patient_id, e.id, ${seat.kind}, 'expected', s.service_date, s.starts_at,
      extract(epoch from s.ends_at - s.starts_at)::integer / 60, 0, 0, r.id, e.label, ${now.toString()}, ${seat.makesUpFor ?? null}
    from stepwell.session s
    join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = ${seat.enrollmentId}
      and e.patient_id = ${seat.patientId} and e.admitted_on <= s.service_date and (e.ended_on is null or e.ended_on >= s.service_date)
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, "payment")}
    join lateral (
      select q.id from stepwell.attendance_rule q
      where q.organization_id = ${organizationId} and q.effective_from <= s.service_date
        and (q.effective_to is null or q.effective_to >= q.effective_from)
      order by q.effective_from desc limit 1) r on true
    where s.organization_id = ${organizationId} and s.id = ${seat.sessionId}
    returning id`.execute(tx);
  return rows.length > 0;
};

/**
 * Gives every member a seat in the sessions of their days that have not ended, and takes back seats that were never used from
 * those who are members no longer. Says the same again when it is asked again.
 */
export const seatMembers = async (work: Work, seriesId: string, from: string): Promise<void> => {
  const { tx, organizationId, now } = work;
  await sql`
    with gone as (
      delete from stepwell.attendance a
      using stepwell.session s
      where a.organization_id = ${organizationId} and s.organization_id = ${organizationId} and s.id = a.session_id
        and s.series_id = ${seriesId} and s.service_date >= ${from} and a.service_date >= ${from}
        and a.kind = 'member' and a.status = 'expected'
        and not exists (select from stepwell.membership m where m.organization_id = ${organizationId} and m.series_id = ${seriesId}
          and m.patient_id = a.patient_id and m.withdrawn_at is null and m.starts_on <= s.service_date and (m.ends_on is null or m.ends_on >= s.service_date))
        and not exists (select from stepwell.attendance_event v where v.organization_id = ${organizationId}
          and v.session_id = a.session_id and v.patient_id = a.patient_id)
    )
    insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, membership_id, kind, status,
      service_date, starts_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at)
    select ${organizationId}, stepwell.new_id(), s.id, m.patient_id, m.enrollment_id, m.id, 'member', 'expected', s.service_date,
      s.starts_at, extract(epoch from s.ends_at - s.starts_at)::integer / 60, 0, 0, r.id, e.label, ${now.toString()}
    from stepwell.session s
    join stepwell.membership m on m.organization_id = ${organizationId} and m.series_id = s.series_id
      and m.withdrawn_at is null and m.starts_on <= s.service_date and (m.ends_on is null or m.ends_on >= s.service_date)
    join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = m.enrollment_id
    join lateral (
      select q.id from stepwell.attendance_rule q
      where q.organization_id = ${organizationId} and q.effective_from <= s.service_date
        and (q.effective_to is null or q.effective_to >= q.effective_from)
      order by q.effective_from desc limit 1) r on true
    where s.organization_id = ${organizationId} and s.series_id = ${seriesId} and s.service_date >= ${from} and s.state <> 'cancelled'
    on conflict (organization_id, session_id, patient_id) do nothing`.execute(tx);
};

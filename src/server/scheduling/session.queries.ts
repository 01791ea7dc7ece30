import { sql } from "kysely";
import { isCounted } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface BookedSession {
  readonly id: string;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockChange: string | null;
}

export interface SessionPlan {
  readonly seriesId: string | null;
  readonly siteId: string;
  readonly programId: string;
  readonly activityTypeId: string;
  readonly roomId: string | null;
  readonly name: string;
  readonly zone: string;
  readonly capacity: number;
  readonly hasVideo: boolean;
}

export interface Booking {
  readonly staffId: string;
  readonly role: string;
}

/** Sessions of one plan with their facilitators, in one statement. The database refuses a room or a person that is taken. */
export const insertSessions = async (
  work: Work,
  plan: SessionPlan,
  sessions: readonly BookedSession[],
  facilitators: readonly Booking[],
): Promise<void> => {
  const { tx, organizationId, now } = work;
  const planned = facilitators.map(({ staffId, role }) => ({ staff_id: staffId, role }));
  // A series says itself who facilitates it.
  const plannedBy = plan.seriesId === null ? JSON.stringify(planned) : null;
  await sql`
    with made as (
      insert into stepwell.session (organization_id, id, series_id, site_id, program_id, activity_type_id, room_id, name, zone,
        service_date, starts_at, ends_at, clock_change, capacity, has_video, planned_by, created_at)
      select ${organizationId}, o."id", ${plan.seriesId}, ${plan.siteId}, ${plan.programId}, ${plan.activityTypeId}, ${plan.roomId},
        ${plan.name}, ${plan.zone}, o."serviceDate", o."startsAt", o."endsAt", o."clockChange", ${plan.capacity}, ${plan.hasVideo},
        ${plannedBy}::jsonb, ${now.toString()}
      from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb)
        as o("id" uuid, "serviceDate" date, "startsAt" timestamptz, "endsAt" timestamptz, "clockChange" text)
      returning id, starts_at, ends_at, state
    )
    insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
    select ${organizationId}, made.id, f."staffId", f."role", made.starts_at, made.ends_at, made.state
    from made cross join jsonb_to_recordset(${JSON.stringify(facilitators)}::jsonb) as f("staffId" uuid, "role" text)`.execute(
    tx,
  );
};

/** How many seats of a session are told of, and what became of them. Whether it is full, `addAttendee` asks of all. */
const seatsTold = (work: Work) => {
  const seat = { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`s.id` };
  return sql`
  cross join lateral (
    select count(*) as expected, count(a.first_in_at) as present,
      count(*) filter (where a.status not in ('excused', 'absent', 'cancelled')) as coming,
      count(*) filter (where a.first_in_at <= ${work.now.toString()} and a.last_out_at > ${work.now.toString()}) as here
    from stepwell.attendance a
    where a.organization_id = ${work.organizationId} and a.session_id = s.id
      and ${isCounted(work, "attendance:read", seat, "payment")}) seats`;
};

/**
 * Who facilitates the group of the row `s`, or was to facilitate an hour of no group, and not this session. Where the people of the
 * group have changed since the session was made, it has them of before, and nobody stands in.
 */
const replacedIn = (organizationId: string) => sql`
  from (
    select g.staff_id, g.role from stepwell.series_facilitator g
    where g.organization_id = ${organizationId} and g.series_id = s.series_id
      and not exists (select from stepwell.revision v where v.organization_id = ${organizationId} and v.record_kind = 'series'
        and v.record_id = s.series_id and v.changed_at > s.created_at and v.changes -> 'facilitators' is not null)
    union all
    select o.staff_id, o.role from jsonb_to_recordset(s.planned_by) as o(staff_id uuid, role text)
  ) r
  where not exists (select from stepwell.session_facilitator f where f.organization_id = ${organizationId}
      and f.session_id = s.id and f.staff_id = r.staff_id)`;

/** Who called off the row `s`, and when. */
const calledOffBy = ({ organizationId }: Work) => sql`
  case when s.state = 'cancelled' then
    (select json_build_object('by', v.actor_name, 'at', v.changed_at) from stepwell.revision v
      where v.organization_id = ${organizationId} and v.record_kind = 'session' and v.record_id = s.id and v.verb = 'cancel'
      order by v.version desc limit 1) end`;

const columns = (work: Work) => sql`
  s.id, s.series_id, g.name as series_name, s.name, s.site_id, site.name as site_name, s.room_id, room.name as room_name,
  s.program_id, program.name as program_name, s.zone, s.service_date, s.starts_at, s.ends_at, s.state, s.cancel_reason, ${calledOffBy(work)} as called_off, s.capacity,
  s.has_video, s.clock_change, s.version,
  json_build_object('id', t.id, 'name', t.name, 'format', t.format, 'modality', t.modality,
    'countsTowardHours', t.counts_toward_hours, 'minutesToCount', t.minutes_to_count,
    'peoplePerFacilitator', t.people_per_facilitator) as activity,
  (select coalesce(json_agg(json_build_object('staffId', f.staff_id, 'role', f.role,
      'name', p.given_name || ' ' || p.family_name || coalesce(', ' || p.credentials_shown, '')) order by array_position('{lead,co-facilitator,trainee}', f.role), p.sort_name), '[]')
    from stepwell.session_facilitator f
    join stepwell.staff p on p.organization_id = ${work.organizationId} and p.id = f.staff_id
    where f.organization_id = ${work.organizationId} and f.session_id = s.id) as facilitators,
  (select coalesce(json_agg(json_build_object('staffId', p.id, 'role', away.role, 'name', p.given_name || ' ' || p.family_name
      || coalesce(', ' || p.credentials_shown, '')) order by array_position('{lead,co-facilitator,trainee}', away.role), p.sort_name), '[]')
    from (select r.staff_id, r.role ${replacedIn(work.organizationId)}) away
    join stepwell.staff p on p.organization_id = ${work.organizationId} and p.id = away.staff_id) as replaced,
  seats.expected as expected_count, seats.coming as coming_count, seats.present as present_count, seats.here as here_count`;

const joins = (work: Work, { organizationId } = work) => sql`
  join stepwell.site on site.organization_id = ${organizationId} and site.id = s.site_id
  join stepwell.program on program.organization_id = ${organizationId} and program.id = s.program_id
  join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
  left join stepwell.room on room.organization_id = ${organizationId} and room.id = s.room_id
  left join stepwell.series g on g.organization_id = ${organizationId} and g.id = s.series_id
  ${seatsTold(work)}`;

export interface SessionRow {
  readonly id: string;
  readonly seriesId: string | null;
  readonly seriesName: string | null;
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly programId: string;
  readonly programName: string;
  readonly zone: string;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly cancelReason: string | null;
  readonly calledOff: unknown;
  readonly capacity: number;
  readonly hasVideo: boolean;
  readonly clockChange: string | null;
  readonly version: number;
  readonly activity: unknown;
  readonly facilitators: unknown;
  readonly replaced: unknown;
  readonly expectedCount: number;
  readonly comingCount: number;
  readonly presentCount: number;
  readonly hereCount: number;
}

interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly siteId?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly staffId?: string | undefined;
  /** Only those that the person of this account facilitates. */
  readonly ofAccount: string | null;
  /** Only those that others facilitate for the person of this account. */
  readonly ledForAccount: string | null;
}

export const selectSessions = async (
  work: Work,
  { from, to, siteId, seriesId, staffId, ofAccount, ledForAccount }: Wanted,
): Promise<readonly SessionRow[]> => {
  const { tx, organizationId } = work;
  const ofSite = siteId === undefined ? sql`` : sql`and s.site_id = ${siteId}`;
  const ofSeries = seriesId === undefined ? sql`` : sql`and s.series_id = ${seriesId}`;
  const ofStaff =
    staffId === undefined
      ? sql``
      : sql`and exists (select from stepwell.session_facilitator f
          where f.organization_id = ${organizationId} and f.session_id = s.id and f.staff_id = ${staffId})`;
  const mine =
    ofAccount === null
      ? sql``
      : sql`and exists (select from stepwell.session_facilitator f
          join stepwell.affiliation a on a.organization_id = ${organizationId} and a.staff_id = f.staff_id
            and a.account_id = ${ofAccount} and a.ended_at is null
          where f.organization_id = ${organizationId} and f.session_id = s.id)`;
  const forMe =
    ledForAccount === null
      ? sql``
      : sql`and exists (select ${replacedIn(organizationId)}
          and exists (select from stepwell.affiliation a where a.organization_id = ${organizationId}
            and a.staff_id = r.staff_id and a.account_id = ${ledForAccount} and a.ended_at is null))`;
  const { rows } = await sql<SessionRow>`
    select ${columns(work)} from stepwell.session s ${joins(work)}
    where s.organization_id = ${organizationId} and s.service_date >= ${from} and s.service_date <= ${to} ${ofSite} ${ofSeries} ${ofStaff} ${mine} ${forMe}
    order by s.starts_at, s.id`.execute(tx);
  return rows;
};

export const findSession = async (
  work: Work,
  sessionId: string,
): Promise<SessionRow | undefined> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<SessionRow>`
    select ${columns(work)} from stepwell.session s ${joins(work)}
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`.execute(tx);
  return rows[0];
};

/** Whether anybody was in a session, seen or not. */
export const wasUsed = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from stepwell.attendance where organization_id = ${organizationId} and session_id = ${sessionId}
      and first_in_at is not null) as used`.execute(tx);
  return rows[0]?.used === true;
};

export interface LockedSession {
  readonly id: string;
  readonly seriesId: string | null;
  readonly siteId: string;
  readonly roomId: string | null;
  readonly zone: string;
  readonly serviceDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly capacity: number;
  readonly version: number;
}

/** The session, held until the transaction ends. */
export const lockSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<LockedSession | undefined> => {
  const { rows } = await sql<LockedSession>`
    select id, series_id, site_id, room_id, zone, service_date, starts_at, ends_at, state, capacity, version
    from stepwell.session where organization_id = ${organizationId} and id = ${sessionId} for update`.execute(
    tx,
  );
  return rows[0];
};

/** Cancels a session and with it its bookings: room and people are free again. */
export const cancelSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
  reason: string,
  closureId: string | null,
): Promise<void> => {
  await sql`update stepwell.session set state = 'cancelled', cancel_reason = ${reason}, closure_id = ${closureId}, version = version + 1
    where organization_id = ${organizationId} and id = ${sessionId}`.execute(tx);
};

/** Moves a session or gives it another room; its bookings follow by themselves. */
export const moveSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
  to: BookedSession & { readonly roomId: string | null },
): Promise<void> => {
  await sql`
    with moved as (
      update stepwell.session set service_date = ${to.serviceDate}, starts_at = ${to.startsAt}, ends_at = ${to.endsAt},
        clock_change = ${to.clockChange}, room_id = ${to.roomId}, version = version + 1
      where organization_id = ${organizationId} and id = ${sessionId} returning id, service_date, starts_at, ends_at
    )
    update stepwell.attendance a set service_date = moved.service_date, starts_at = moved.starts_at,
      scheduled_minutes = extract(epoch from moved.ends_at - moved.starts_at)::integer / 60
    from moved where a.organization_id = ${organizationId} and a.session_id = moved.id`.execute(tx);
};

/** Counts a change of a session that stands in other tables. */
export const countVersion = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<void> => {
  await sql`update stepwell.session set version = version + 1
    where organization_id = ${organizationId} and id = ${sessionId}`.execute(tx);
};

/** Replaces the facilitators of a session. */
export const replaceFacilitators = async (
  { tx, organizationId }: Work,
  sessionId: string,
  facilitators: readonly Booking[],
): Promise<void> => {
  await sql`delete from stepwell.session_facilitator where organization_id = ${organizationId} and session_id = ${sessionId}`.execute(
    tx,
  );
  await sql`
    insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
    select ${organizationId}, s.id, f."staffId", f."role", s.starts_at, s.ends_at, s.state
    from stepwell.session s cross join jsonb_to_recordset(${JSON.stringify(facilitators)}::jsonb) as f("staffId" uuid, "role" text)
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`.execute(tx);
};

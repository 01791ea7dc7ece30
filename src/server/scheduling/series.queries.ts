import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellSeries } from "#server/db/rows.ts";
import { isCounted, labelOfStay } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import type { Booking } from "#server/scheduling/session.queries.ts";

export interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly publicName: string | null;
  readonly programId: string;
  readonly programName: string;
  readonly trackId: string | null;
  readonly trackName: string | null;
  readonly activityTypeId: string;
  readonly activityTypeName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly zone: string;
  readonly weekdays: number[];
  readonly startsAtWall: string;
  readonly minutes: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly capacity: number;
  readonly hasVideo: boolean;
  readonly facilitators: unknown;
  readonly memberCount: number;
  readonly nextSession: unknown;
  readonly materializedTo: string | null;
  readonly createdAt: string;
  readonly retiredAt: string | null;
  readonly version: number;
}

interface Wanted {
  readonly seriesId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly programId?: string | undefined;
  readonly state: "active" | "retired" | "all";
}

/** Series by weekday and hour, with what stands around them, in one statement. */
export const selectSeries = async (
  work: Work,
  { seriesId, siteId, programId, state }: Wanted,
): Promise<readonly SeriesRow[]> => {
  const { tx, organizationId, now } = work;
  const at = now.toString();
  const one = seriesId === undefined ? sql`` : sql`and g.id = ${seriesId}`;
  const ofSite = siteId === undefined ? sql`` : sql`and g.site_id = ${siteId}`;
  const ofProgram = programId === undefined ? sql`` : sql`and g.program_id = ${programId}`;
  const today = sql`(${at}::timestamptz at time zone g.zone)::date`;
  const hasEnded = sql`(g.retired_at is not null or coalesce(g.ends_on < ${today}, false))`;
  const enrollmentId = sql`m.enrollment_id`;
  const stay = { label: labelOfStay(work, enrollmentId), enrollmentId };
  const inState =
    state === "all" ? sql`` : sql`and ${state === "active" ? sql`not ${hasEnded}` : hasEnded}`;
  const { rows } = await sql<SeriesRow>`
    select g.id, g.name, g.public_name, g.program_id, program.name as program_name, g.track_id, track.name as track_name, g.activity_type_id,
      t.name as activity_type_name, g.site_id, site.name as site_name, g.room_id, room.name as room_name, g.zone, g.weekdays,
      to_char(g.starts_at_wall, 'HH24:MI') as starts_at_wall, g.minutes, g.starts_on, g.ends_on, g.capacity, g.has_video,
      g.materialized_to, g.created_at, g.retired_at, g.version,
      (select coalesce(json_agg(json_build_object('staffId', f.staff_id, 'role', f.role,
          'name', p.given_name || ' ' || p.family_name || coalesce(', ' || p.credentials_shown, '')) order by array_position('{lead,co-facilitator,trainee}', f.role), p.sort_name), '[]')
        from stepwell.series_facilitator f join stepwell.staff p on p.organization_id = ${organizationId} and p.id = f.staff_id
        where f.organization_id = ${organizationId} and f.series_id = g.id) as facilitators,
      (select count(*) from stepwell.membership m where m.organization_id = ${organizationId} and m.series_id = g.id
        and m.withdrawn_at is null and m.starts_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today})
        and ${isCounted(work, "attendance:read", stay, "payment")}) as member_count,
      (select json_build_object('id', s.id, 'startsAt', s.starts_at) from stepwell.session s
        where s.organization_id = ${organizationId} and s.series_id = g.id and s.state <> 'cancelled'
          and s.ends_at > ${at} and s.service_date >= ${today}
        order by s.service_date limit 1) as next_session
    from stepwell.series g
    join stepwell.site on site.organization_id = ${organizationId} and site.id = g.site_id
    join stepwell.program on program.organization_id = ${organizationId} and program.id = g.program_id
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = g.activity_type_id
    left join stepwell.track on track.organization_id = ${organizationId} and track.id = g.track_id
    left join stepwell.room on room.organization_id = ${organizationId} and room.id = g.room_id
    where g.organization_id = ${organizationId} ${one} ${ofSite} ${ofProgram} ${inState}
    order by g.weekdays, g.starts_at_wall, g.name, g.id limit 500`.execute(tx);
  return rows;
};

export interface LockedSeries {
  readonly id: string;
  readonly version: number;
  readonly retiredAt: string | null;
}

/** The series, held until the transaction ends. */
export const lockSeries = async (
  { tx, organizationId }: Work,
  seriesId: string,
): Promise<LockedSeries | undefined> => {
  const { rows } = await sql<LockedSeries>`
    select id, version, retired_at from stepwell.series
    where organization_id = ${organizationId} and id = ${seriesId} for update`.execute(tx);
  return rows[0];
};

type NewSeries = Omit<Insertable<StepwellSeries>, "organizationId" | "version" | "retiredAt">;

export const insertSeries = async (work: Work, series: NewSeries): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.series")
    .values({ organizationId, ...series })
    .execute();
};

export const updateSeries = async (
  work: Work,
  seriesId: string,
  changed: Updateable<StepwellSeries>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.series")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", seriesId)
    .execute();
};

export const replaceSeriesFacilitators = async (
  { tx, organizationId }: Work,
  seriesId: string,
  facilitators: readonly Booking[],
): Promise<void> => {
  await sql`delete from stepwell.series_facilitator where organization_id = ${organizationId} and series_id = ${seriesId}`.execute(
    tx,
  );
  await tx
    .insertInto("stepwell.seriesFacilitator")
    .values(facilitators.map((one) => ({ organizationId, seriesId, ...one })))
    .execute();
};

/** How far sessions of a series are made; the next look begins after it. */
export const markMaterialized = async (
  { tx, organizationId }: Work,
  seriesId: string,
  to: string,
): Promise<void> => {
  await sql`update stepwell.series set materialized_to = ${to} where organization_id = ${organizationId} and id = ${seriesId}`.execute(
    tx,
  );
};

interface ComingSession {
  readonly id: string;
  readonly version: number;
  /** Somebody was seated here for this once. */
  readonly hasGuests: boolean;
}

/** Sessions of a series from a day on of which nothing was recorded and that have not begun. */
export const comingSessions = async (
  { tx, organizationId, now }: Work,
  seriesId: string,
  from: string,
): Promise<readonly ComingSession[]> => {
  const { rows } = await sql<ComingSession>`
    select s.id, s.version, s.service_date, exists (select from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.session_id = s.id and a.kind <> 'member') as has_guests
    from stepwell.session s
    where s.organization_id = ${organizationId} and s.series_id = ${seriesId} and s.service_date >= ${from}
      and s.state = 'scheduled' and s.starts_at > ${now.toString()}
      and not exists (select from stepwell.attendance_event v where v.organization_id = ${organizationId} and v.session_id = s.id)
    order by s.service_date for update of s`.execute(tx);
  return rows;
};

/** Series in use whose sessions are not made far enough ahead. */
export const seriesToMaterialize = async (
  { tx, organizationId }: Work,
  to: string,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from stepwell.series
    where organization_id = ${organizationId} and retired_at is null
      and coalesce(materialized_to, starts_on - 1) < least(${to}::date, ends_on)
    order by id`.execute(tx);
  return rows.map((row) => row.id);
};

/**
 * Takes coming sessions out of the calendar that are to be made anew. Their seats and bookings were plans; a session of which
 * anything was recorded is none of these.
 */
export const removeSessions = async (
  { tx, organizationId }: Work,
  sessionIds: readonly string[],
): Promise<void> => {
  const ids = JSON.stringify(sessionIds);
  const listed = sql`(select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`;
  await sql`delete from stepwell.attendance where organization_id = ${organizationId} and session_id in ${listed}`.execute(
    tx,
  );
  await sql`delete from stepwell.session_facilitator where organization_id = ${organizationId} and session_id in ${listed}`.execute(
    tx,
  );
  await sql`delete from stepwell.session where organization_id = ${organizationId} and id in ${listed}`.execute(
    tx,
  );
};

/** Days on which a series has a session already, cancelled ones included: such a day gets no other. */
export const daysTaken = async (
  { tx, organizationId }: Work,
  seriesId: string,
  from: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ serviceDate: string }>`
    select service_date from stepwell.session
    where organization_id = ${organizationId} and series_id = ${seriesId} and service_date >= ${from}`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.serviceDate));
};

import { sql } from "kysely";
import type { Booking } from "#domain/scheduling/obstacle.ts";
import type { Work } from "#server/platform/work.ts";
import { holding, type Hold } from "#server/scheduling/hold.queries.ts";

export interface CalledOff extends Booking {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly siteId: string;
  readonly zone: string;
  readonly serviceDate: string;
  readonly seriesId: string | null;
  readonly seriesEnded: boolean;
  /** Its room, or somebody who would facilitate, is no longer in use. */
  readonly isRetired: boolean;
}

const staffOf = (organizationId: string) => sql`
  (select coalesce(json_agg(f.staff_id), '[]') from stepwell.session_facilitator f
    where f.organization_id = ${organizationId} and f.session_id = s.id)`;

/** Sessions that are called off: one of them, or those that a closure called off. */
export const selectCalledOff = async (
  { tx, organizationId }: Work,
  which: { readonly sessionId: string } | { readonly closureId: string },
  hold: Hold,
): Promise<readonly CalledOff[]> => {
  const isWanted =
    "sessionId" in which ? sql`s.id = ${which.sessionId}` : sql`s.closure_id = ${which.closureId}`;
  const { rows } = await sql<CalledOff>`
    select s.id, s.version, s.name, s.site_id, s.zone, s.service_date, s.starts_at, s.ends_at, s.room_id, s.series_id,
      exists (select from stepwell.series g where g.organization_id = ${organizationId} and g.id = s.series_id
        and (g.retired_at is not null or g.ends_on < s.service_date)) as series_ended,
      (exists (select from stepwell.room r where r.organization_id = ${organizationId} and r.id = s.room_id
          and r.retired_at is not null)
        or exists (select from stepwell.session_facilitator f
          join stepwell.staff p on p.organization_id = ${organizationId} and p.id = f.staff_id and p.retired_at is not null
          where f.organization_id = ${organizationId} and f.session_id = s.id)) as is_retired,
      ${staffOf(organizationId)} as staff_ids
    from stepwell.session s
    where s.organization_id = ${organizationId} and ${isWanted} and s.state = 'cancelled'
    order by s.starts_at, s.id ${holding(hold, sql`of s`)}`.execute(tx);
  return rows;
};

export interface Booked extends Booking {
  readonly id: string;
  readonly name: string;
  /** What it is called where no name that somebody wrote may stand. */
  readonly kind: string;
  readonly zone: string;
}

/** What is booked anywhere on these days and the days beside them. */
export const bookedAround = async (
  { tx, organizationId }: Work,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): Promise<readonly Booked[]> => {
  const { rows } = await sql<Booked>`
    select s.id, s.name, coalesce(g.name, t.name) as kind, s.zone, s.room_id, s.starts_at, s.ends_at,
      ${staffOf(organizationId)} as staff_ids
    from stepwell.session s
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
    left join stepwell.series g on g.organization_id = ${organizationId} and g.id = s.series_id
    where s.organization_id = ${organizationId} and s.state <> 'cancelled'
      and s.service_date >= ${startsOn}::date - 1 and s.service_date <= ${endsOn}::date + 1`.execute(
    tx,
  );
  return rows;
};

/** Plans a session again that was called off; its bookings follow by themselves. */
export const restoreSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<void> => {
  await sql`update stepwell.session set state = 'scheduled', cancel_reason = null, closure_id = null, version = version + 1
    where organization_id = ${organizationId} and id = ${sessionId}`.execute(tx);
};

import { sql, type RawBuilder } from "kysely";
import { isAllowed } from "#domain/access/actor.ts";
import { isCounted, isPersonSeen, isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { holding, type Hold } from "#server/scheduling/hold.queries.ts";

interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Days on which a site is closed now: lifted closures are none. `but`: as if this one were lifted. */
export const closedDays = async (
  { tx, organizationId }: Work,
  siteId: string,
  but: string | null = null,
): Promise<readonly (Days & { readonly id: string })[]> => {
  const { rows } = await sql<Days & { id: string }>`
    select id, starts_on, ends_on from stepwell.closure
    where organization_id = ${organizationId} and site_id = ${siteId} and lifted_at is null and id is distinct from ${but}::uuid
    order by created_at, id`.execute(tx);
  return rows;
};

export interface ClosureRow extends Days {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly reason: string;
  readonly cancelledCount: number;
  readonly notPlannedCount: number;
  readonly closedBy: string | null;
  readonly liftedAt: string | null;
  readonly liftedBy: string | null;
  readonly version: number;
}

/** Meetings of the weekly groups of the site of closure `c`, on its days, that were not planned because of it. */
const neverPlanned = (organizationId: string) => sql`
  stepwell.series r cross join lateral (
    select n::date as day from generate_series(greatest(c.starts_on, r.starts_on)::timestamp,
      least(c.ends_on, coalesce(r.ends_on, c.ends_on))::timestamp, interval '1 day') n) d
  where r.organization_id = ${organizationId} and r.site_id = c.site_id and r.retired_at is null
    and extract(isodow from d.day)::integer = any (r.weekdays)
    and not exists (select from stepwell.session s where s.organization_id = ${organizationId}
      and s.series_id = r.id and s.service_date = d.day)`;

/** Closures, the newest days first, with who closed and who lifted: the first version and the second. */
export const selectClosures = async (
  { tx, organizationId }: Work,
  siteId: string | null,
): Promise<readonly ClosureRow[]> => {
  const by = (version: number) => sql`
    (select v.actor_name from stepwell.revision v where v.organization_id = ${organizationId}
      and v.record_kind = 'closure' and v.record_id = c.id and v.version = ${version})`;
  const { rows } = await sql<ClosureRow>`
    select c.id, c.site_id, site.name as site_name, c.starts_on, c.ends_on, c.reason, c.lifted_at, c.version,
      ${by(1)} as closed_by, ${by(2)} as lifted_by,
      (select count(*) from stepwell.session s
        where s.organization_id = ${organizationId} and s.closure_id = c.id) as cancelled_count,
      (select count(*) from ${neverPlanned(organizationId)} and c.lifted_at is null) as not_planned_count
    from stepwell.closure c join stepwell.site on site.organization_id = ${organizationId} and site.id = c.site_id
    where c.organization_id = ${organizationId} and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
    order by c.starts_on desc, c.id limit 200`.execute(tx);
  return rows;
};

export const insertClosure = async (
  { tx, organizationId }: Work,
  closure: Days & {
    readonly id: string;
    readonly siteId: string;
    readonly reason: string;
    readonly createdAt: string;
  },
): Promise<void> => {
  await tx
    .insertInto("stepwell.closure")
    .values({ organizationId, ...closure })
    .execute();
};

/** Sessions of a site on these days that are not cancelled, and whether anybody was there. */
export const sessionsToClose = async (
  { tx, organizationId }: Work,
  { siteId, startsOn, endsOn }: Days & { siteId: string },
  hold: Hold,
): Promise<readonly { readonly id: string; readonly wasUsed: boolean }[]> => {
  const { rows } = await sql<{ id: string; wasUsed: boolean }>`
    select s.id, exists (select from stepwell.attendance a where a.organization_id = ${organizationId}
      and a.session_id = s.id and a.first_in_at is not null) as was_used
    from stepwell.session s
    where s.organization_id = ${organizationId} and s.site_id = ${siteId} and s.service_date >= ${startsOn}
      and s.service_date <= ${endsOn} and s.state <> 'cancelled'
    order by s.id ${holding(hold, sql`of s`)}`.execute(tx);
  return rows;
};

const seat = {
  label: sql`a.label`,
  enrollmentId: sql`a.enrollment_id`,
  sessionId: sql`a.session_id`,
};

interface SeatedStay {
  readonly patientId: string;
  readonly enrollmentId: string;
}

/** Stays with a seat in these sessions, as far as whoever asks may know of them. */
export const staysSeatedIn = async (
  work: Work,
  sessionIds: readonly string[],
): Promise<readonly SeatedStay[]> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<SeatedStay>`
    select distinct a.patient_id, a.enrollment_id from jsonb_array_elements_text(${JSON.stringify(sessionIds)}::jsonb) as wanted (id)
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = wanted.id::uuid
    where a.status <> 'cancelled' and ${isCounted(work, "attendance:read", seat, "payment")}`.execute(
    tx,
  );
  return rows;
};

export interface CallRow {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly phone: string | null;
  readonly phoneMayBeCalled: boolean;
  readonly phoneMayBeTexted: boolean;
  readonly voicemailMayBeLeft: boolean;
  readonly guardian: { readonly name: string; readonly phone: string } | null;
  readonly sessionName: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly sessions: number;
  /** How many there are, also beyond those that are listed. */
  readonly total: number;
}

/** The guardian by law of somebody who is a minor on the day of the seat, to whoever sees the people around them. */
const guardianOf = (work: Work): RawBuilder<unknown> =>
  isAllowed(work.actor, "patients:read")
    ? sql`(select json_build_object('name', c.name, 'phone', c.phone) from stepwell.patient_contact c
        where c.organization_id = ${work.organizationId} and c.patient_id = p.id and c.retired_at is null
          and c.phone is not null and 'legal-guardian' = any (c.roles)
          and p.birth_date > lost.service_date - interval '18 years'
          and ${isPersonSeen(work, sql`p.id`, "disclosure")}
        order by c.created_at, c.id limit 1)`
    : sql`null`;

/** The sessions of a site on some days: those that a closure called off, or that one would. */
const isClosedBy = ({
  siteId,
  startsOn,
  endsOn,
  closureId,
}: Days & { siteId: string; closureId: string | undefined }): RawBuilder<boolean> => sql`
  s.site_id = ${siteId} and s.service_date >= ${startsOn} and s.service_date <= ${endsOn} and
  ${closureId === undefined ? sql`s.state <> 'cancelled'` : sql`s.state = 'cancelled' and s.closure_id = ${closureId}`}`;

/** The seats that members would have in meetings which were never planned because of a closure. */
const seatsNeverMade = (work: Work, closureId: string): RawBuilder<unknown> => {
  const { organizationId, now } = work;
  const startsAt = sql`((d.day + r.starts_at_wall::time) at time zone site.zone)`;
  return sql`
    union all
    select m.patient_id, m.enrollment_id, r.name, site.zone, ${startsAt}, d.day, r.id
    from stepwell.closure c
    join stepwell.site on site.organization_id = ${organizationId} and site.id = c.site_id
    join lateral (select r.id, r.name, r.starts_at_wall, r.minutes, d.day from ${neverPlanned(organizationId)}) r on true
    cross join lateral (select r.day) d
    join stepwell.membership m on m.organization_id = ${organizationId} and m.series_id = r.id and m.withdrawn_at is null
      and m.starts_on <= d.day and (m.ends_on is null or m.ends_on >= d.day)
    join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = m.enrollment_id
      and (e.ended_on is null or e.ended_on >= d.day)
    where c.organization_id = ${organizationId} and c.id = ${closureId} and c.lifted_at is null
      and ${startsAt} + r.minutes * interval '1 minute' > ${now.toString()}
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` })}`;
};

/**
 * Whose seats, still to come, one session called off takes, or a closure would call off, or did; whoever would come first stands first.
 * Whoever stays away anyway, has left by then, or lost the seat by another closure needs no call. To call is care: it is seen
 * as care is, and not as what is billed.
 */
export const selectCalls = async (
  work: Work,
  {
    limit,
    ...which
  }: { limit: number } & (
    | { sessionId: string }
    | (Days & { siteId: string; closureId: string | undefined })
  ),
): Promise<readonly CallRow[]> => {
  const { tx, organizationId, now } = work;
  const isLost = "sessionId" in which ? sql`s.id = ${which.sessionId}` : isClosedBy(which);
  const { rows } = await sql<CallRow>`
    with seats as (
      select a.patient_id, a.enrollment_id, s.name, s.zone, s.starts_at, s.service_date, s.id
      from stepwell.session s
      join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = s.id
      where s.organization_id = ${organizationId} and s.ends_at > ${now.toString()} and ${isLost}
        and a.status not in ('excused', 'absent') and (a.status <> 'cancelled' or a.reason is null)
        and exists (select from stepwell.enrollment e where e.organization_id = ${organizationId} and e.id = a.enrollment_id
          and (e.ended_on is null or e.ended_on >= s.service_date))
        and (a.kind <> 'member' or exists (select from stepwell.membership m where m.organization_id = ${organizationId}
          and m.series_id = s.series_id and m.enrollment_id = a.enrollment_id and m.starts_on <= s.service_date
          and (m.ends_on is null or m.ends_on >= s.service_date)))
        and not exists (select from stepwell.attendance b where b.organization_id = ${organizationId}
          and b.session_id = s.id and b.first_in_at is not null)
        and ${isSeen(work, seat)}
      ${"closureId" in which && which.closureId !== undefined ? seatsNeverMade(work, which.closureId) : sql``}),
    lost as (
      select distinct on (patient_id) *, (count(*) over (partition by patient_id))::integer as sessions
      from seats order by patient_id, starts_at, id)
    select lost.patient_id, lost.enrollment_id, p.given_name, p.family_name, p.preferred_name, p.phone, p.phone_may_be_called,
      p.phone_may_be_texted, p.voicemail_may_be_left, ${guardianOf(work)} as guardian, lost.name as session_name, lost.zone, lost.starts_at, lost.sessions,
      (count(*) over ())::integer as total
    from lost join stepwell.patient p on p.organization_id = ${organizationId} and p.id = lost.patient_id
    order by lost.starts_at, p.sort_name, p.id limit ${limit}`.execute(tx);
  return rows;
};

export interface StandingClosure extends Days {
  readonly id: string;
  readonly siteId: string;
  readonly liftedAt: string | null;
  readonly version: number;
}

export const findClosure = async (
  { tx, organizationId }: Work,
  closureId: string,
  hold: Hold,
): Promise<StandingClosure | undefined> => {
  const { rows } = await sql<StandingClosure>`
    select id, site_id, starts_on, ends_on, lifted_at, version from stepwell.closure
    where organization_id = ${organizationId} and id = ${closureId} ${holding(hold)}`.execute(tx);
  return rows[0];
};

export const markLifted = async (
  { tx, organizationId, now }: Work,
  closureId: string,
): Promise<void> => {
  await sql`update stepwell.closure set lifted_at = ${now.toString()}, version = version + 1
    where organization_id = ${organizationId} and id = ${closureId}`.execute(tx);
};

/** From now on another closure keeps this session called off. */
export const handOver = async (
  { tx, organizationId }: Work,
  sessionId: string,
  closureId: string,
): Promise<void> => {
  await sql`update stepwell.session set closure_id = ${closureId}
    where organization_id = ${organizationId} and id = ${sessionId}`.execute(tx);
};

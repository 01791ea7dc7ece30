import { sql, type RawBuilder } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { isSeen, ownStaff } from "#server/platform/sight.queries.ts";

export interface LateNoteRow {
  readonly sessionId: string;
  readonly sessionName: string;
  readonly serviceDate: string;
  readonly zone: string;
  readonly leads: readonly { readonly staffId: string; readonly name: string }[];
  readonly isMine: boolean;
  readonly missing: number;
  readonly attended: number;
  readonly unmarked: number;
  readonly seats: number;
}

/**
 * Sessions before a day whose missing note still holds a day from billing. They are found by the days that are held, which are
 * few: looking through everything that was ever attended would cost more each year.
 */
export const selectHeldSessions = async (
  { tx, organizationId }: Work,
  { before }: { readonly before: string },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly sessionId: string }>`
    select distinct hold -> 'values' ->> 'sessionId' as "sessionId"
    from stepwell.day_charge c
    cross join lateral jsonb_array_elements(c.holds) hold
    where c.organization_id = ${organizationId} and c.state = 'held' and c.service_date < ${before}
      and hold ->> 'code' in ('note-missing', 'note-draft')`.execute(tx);
  return rows.map(({ sessionId }) => sessionId);
};

/** Which sessions are looked at: all of a range of days, or those that are named. */
type Looked =
  | { readonly from: string; readonly to: string }
  | { readonly sessionIds: readonly string[] };

const isLookedAt = (looked: Looked): RawBuilder<boolean> =>
  "from" in looked
    ? sql`s.service_date >= ${looked.from} and s.service_date <= ${looked.to}`
    : sql`s.id = any(${[...looked.sessionIds]}::uuid[])`;

/**
 * These sessions where they are over, with how many were there, for how many of them no note is signed, and of how many nothing
 * was entered.
 */
export const selectUnsigned = async (
  work: Work,
  wanted: Looked & { readonly siteId?: string | undefined },
): Promise<readonly LateNoteRow[]> => {
  const { tx, organizationId, now } = work;
  const { siteId } = wanted;
  const ofSite = siteId === undefined ? sql`` : sql`and s.site_id = ${siteId}`;
  const seen = isSeen(work, {
    label: sql`a.label`,
    enrollmentId: sql`a.enrollment_id`,
    sessionId: sql`a.session_id`,
  });
  const { rows } = await sql<LateNoteRow>`
    select s.id as "sessionId", s.name as "sessionName", s.service_date::text as "serviceDate", s.zone,
      (select coalesce(json_agg(json_build_object('staffId', f.staff_id, 'name', w.given_name || ' ' || w.family_name)
          order by f.role <> 'lead', w.family_name, f.staff_id), '[]')
        from stepwell.session_facilitator f
        join stepwell.staff w on w.organization_id = ${organizationId} and w.id = f.staff_id
        where f.organization_id = ${organizationId} and f.session_id = s.id) as leads,
      exists (select from stepwell.session_facilitator f where f.organization_id = ${organizationId}
        and f.session_id = s.id and f.staff_id = ${ownStaff(work)}) as "isMine",
      seats.missing, seats.attended, seats.unmarked, seats.seats
    from stepwell.session s
    cross join lateral (
      select (count(*) filter (where a.first_in_at is not null))::integer as attended,
        (count(*) filter (where a.status = 'expected'))::integer as unmarked,
        (count(*) filter (where a.status <> 'cancelled'))::integer as seats,
        (count(*) filter (where a.first_in_at is not null and not exists (
          select from stepwell.member_note n where n.organization_id = ${organizationId} and n.session_id = s.id
            and n.patient_id = a.patient_id)))::integer as missing
      from stepwell.attendance a
      where a.organization_id = ${organizationId} and a.session_id = s.id and ${seen}) seats
    where s.organization_id = ${organizationId} and ${isLookedAt(wanted)}
      and s.state <> 'cancelled' and (s.ends_at <= ${now.toString()} or s.state = 'ended') and (seats.attended > 0 or seats.unmarked > 0) ${ofSite}
    order by s.starts_at, s.id`.execute(tx);
  return rows;
};

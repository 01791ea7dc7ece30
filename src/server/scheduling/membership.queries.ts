import { sql, type Insertable } from "kysely";
import type { StepwellMembership } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

export interface MembershipRow {
  readonly id: string;
  readonly seriesId: string;
  readonly seriesName: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly enrollmentId: string;
  readonly levelName: string;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endReason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
}

interface Wanted {
  readonly membershipId?: string;
  readonly seriesId?: string;
  readonly patientId?: string;
  readonly on?: string | undefined;
  /** Those that are not over by this day, also such as begin later. */
  readonly notOverBy?: string;
}

/** Memberships by name, of a day or all there ever were; where a day is named, none counts that was withdrawn. */
export const selectMemberships = async (
  work: Work,
  { membershipId, seriesId, patientId, on, notOverBy }: Wanted,
): Promise<readonly MembershipRow[]> => {
  const { tx, organizationId } = work;
  const seesStay = isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, "payment");
  const one = membershipId === undefined ? sql`` : sql`and m.id = ${membershipId}`;
  const ofSeries = seriesId === undefined ? sql`` : sql`and m.series_id = ${seriesId}`;
  const ofPatient = patientId === undefined ? sql`` : sql`and m.patient_id = ${patientId}`;
  const notOver =
    notOverBy === undefined
      ? sql``
      : sql`and m.withdrawn_at is null and (m.ends_on is null or m.ends_on >= ${notOverBy}::date)`;
  const ofDay =
    on === undefined
      ? sql``
      : sql`and m.withdrawn_at is null and m.starts_on <= ${on}::date and (m.ends_on is null or m.ends_on >= ${on}::date)`;
  const { rows } = await sql<MembershipRow>`
    select m.id, m.series_id, g.name as series_name, m.patient_id, p.given_name, p.family_name, p.preferred_name, m.enrollment_id,
      l.name as level_name, e.label, m.starts_on, m.ends_on, m.end_reason, m.version,
      m.withdrawn_at, v.actor_name as withdrawn_by, v.reason as withdrawn_reason
    from stepwell.membership m
    join stepwell.series g on g.organization_id = ${organizationId} and g.id = m.series_id
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = m.patient_id
    join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = m.enrollment_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    left join stepwell.revision v on v.organization_id = ${organizationId} and v.record_kind = 'membership' and v.record_id = m.id
      and v.version = m.version and m.withdrawn_at is not null
    where m.organization_id = ${organizationId} and ${seesStay} ${one} ${ofSeries} ${ofPatient} ${ofDay} ${notOver}
    order by p.sort_name, m.starts_on, m.id`.execute(tx);
  return rows;
};

/** The membership, held until the transaction ends. */
export const lockMembership = async (
  { tx, organizationId }: Work,
  membershipId: string,
): Promise<boolean> => {
  const { rows } = await sql`
    select id from stepwell.membership where organization_id = ${organizationId} and id = ${membershipId} for update`.execute(
    tx,
  );
  return rows.length > 0;
};

export const insertMembership = async (
  work: Work,
  membership: Omit<Insertable<StepwellMembership>, "organizationId" | "version">,
): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.membership")
    .values({ organizationId, ...membership })
    .execute();
};

export const endMembership = async (
  { tx, organizationId }: Work,
  membershipId: string,
  endsOn: string,
  reason: string,
): Promise<void> => {
  await sql`update stepwell.membership set ends_on = ${endsOn}, end_reason = ${reason}, version = version + 1
    where organization_id = ${organizationId} and id = ${membershipId}`.execute(tx);
};

/** Ends every membership of a series that would go on after a day. */
export const endMemberships = async (
  { tx, organizationId }: Work,
  seriesId: string,
  endsOn: string,
): Promise<void> => {
  await sql`update stepwell.membership set ends_on = greatest(starts_on, ${endsOn}::date), end_reason = 'series-ended', version = version + 1
    where organization_id = ${organizationId} and series_id = ${seriesId} and withdrawn_at is null and (ends_on is null or ends_on > ${endsOn}::date)`.execute(
    tx,
  );
};

/** Ends every membership of a stay that would go on after its last day, and says in which series. */
export const endMembershipsOfStay = async (
  { tx, organizationId }: Work,
  enrollmentId: string,
  endsOn: string,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ seriesId: string }>`
    update stepwell.membership set ends_on = greatest(starts_on, ${endsOn}::date), end_reason = 'discharged', version = version + 1
    where organization_id = ${organizationId} and enrollment_id = ${enrollmentId} and withdrawn_at is null and (ends_on is null or ends_on > ${endsOn}::date)
    returning series_id`.execute(tx);
  return rows.map((row) => row.seriesId);
};

/**
 * Takes a membership back with the seats that nobody used: their rows were plans, made from it and from nothing else.
 */
export const withdrawMembership = async (
  { tx, organizationId, now }: Work,
  membershipId: string,
): Promise<void> => {
  await sql`
    with unused as materialized (
      select id from stepwell.attendance
      where organization_id = ${organizationId} and membership_id = ${membershipId} and status in ('expected', 'cancelled')
    ), segments as (
      delete from stepwell.attendance_segment
      where organization_id = ${organizationId} and attendance_id in (select id from unused)
    ), seats as (
      delete from stepwell.attendance where organization_id = ${organizationId} and id in (select id from unused)
    )
    update stepwell.membership set withdrawn_at = ${now.toString()}, version = version + 1
    where organization_id = ${organizationId} and id = ${membershipId}`.execute(tx);
};

/** Holds a person as whoever records their attendance does: nothing is recorded of them until the transaction ends. */
export const holdMember = async (
  { tx, organizationId }: Work,
  patientId: string,
): Promise<void> => {
  await sql`select id from stepwell.patient where organization_id = ${organizationId} and id = ${patientId}
    for no key update`.execute(tx);
};

/** The last day of which something is recorded of a member: that they were there, or absent; null when never. */
export const lastDayRecorded = async (
  { tx, organizationId }: Work,
  membershipId: string,
): Promise<string | null> => {
  const { rows } = await sql<{ last: string | null }>`
    select max(a.service_date) as last from stepwell.attendance a
    where a.organization_id = ${organizationId} and a.membership_id = ${membershipId}
      and a.status not in ('expected', 'cancelled')`.execute(tx);
  return rows[0]?.last ?? null;
};

/** The last day on which somebody was there, in a stay or as a member of a series; null when never. */
export const lastDayThere = async (
  { tx, organizationId }: Work,
  { of, id }: { readonly of: "membership" | "enrollment"; readonly id: string },
): Promise<string | null> => {
  const { rows } = await sql<{ last: string | null }>`
    select max(a.service_date) as last from ${sql.table(`stepwell.${of}`)} h
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.patient_id = h.patient_id
      and ${sql.ref(`a.${of}_id`)} = h.id
    where h.organization_id = ${organizationId} and h.id = ${id} and a.first_in_at is not null`.execute(
    tx,
  );
  return rows[0]?.last ?? null;
};

/** The days of everybody who holds a seat of a series, seen by whoever asks or not: a seat taken is a seat taken. */
export const listHolders = async (
  { tx, organizationId }: Work,
  seriesId: string,
): Promise<{ patientId: string; startsOn: string; endsOn: string | null }[]> =>
  tx
    .selectFrom("stepwell.membership")
    .select(["patientId", "startsOn", "endsOn"])
    .where("organizationId", "=", organizationId)
    .where("seriesId", "=", seriesId)
    .where("withdrawnAt", "is", null)
    .execute();

/** Whether a stay of this person runs on a day; `none` also where whoever asks does not see it. */
export const findStay = async (
  work: Work,
  { patientId, enrollmentId, on }: { patientId: string; enrollmentId: string; on: string },
): Promise<"running" | "not-running" | "none"> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<{ isRunning: boolean }>`
    select e.admitted_on <= ${on}::date and (e.ended_on is null or e.ended_on >= ${on}::date) as is_running
    from stepwell.enrollment e where e.organization_id = ${organizationId} and e.id = ${enrollmentId} and e.patient_id = ${patientId}
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, "payment")}
    for share of e`.execute(tx);
  const [row] = rows;
  if (row === undefined) return "none";
  return row.isRunning ? "running" : "not-running";
};

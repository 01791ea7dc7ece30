import { sql, type RawBuilder } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** A day of somebody: the enrollment and the civil date of the site. */
export interface AskedDay {
  readonly enrollmentId: string;
  readonly serviceDate: string;
}

/** The same moment is the same text, whatever zone the connection is in. */
const utc = (moment: RawBuilder<unknown>) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Current notes only: one that was corrected is superseded by its correction. */
const noteOfAttendance = (organizationId: string) => sql`
  select n.id, n.credited_minutes, n.needs_cosignature,
    exists (select from stepwell.note_act t where t.organization_id = ${organizationId} and t.note_id = n.id and t.kind = 'retract') as is_retracted,
    exists (select from stepwell.note_act t where t.organization_id = ${organizationId} and t.note_id = n.id and t.kind = 'cosign') as is_cosigned
  from stepwell.member_note n
  where n.organization_id = ${organizationId} and n.session_id = a.session_id and n.patient_id = a.patient_id
    and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = n.id)
  order by n.signed_at desc, n.id desc limit 1`;

/** Letters of what a person held on a day; courses and prescribing numbers are no ground to bill by. */
const credentialsOfLead = (organizationId: string) => sql`
  select coalesce(json_agg(c.code order by c.code), '[]') as codes
  from stepwell.staff_credential c
  where c.organization_id = ${organizationId} and c.staff_id = lead.staff_id and c.retired_at is null
    and c.kind in ('license', 'certification', 'registration')
    and (c.issued_on is null or c.issued_on <= asked.service_date) and (c.expires_on is null or c.expires_on >= asked.service_date)`;

const services = ({ organizationId, now }: Work) => sql`
  select coalesce(json_agg(json_build_object('sessionId', s.id, 'attendanceId', a.id, 'sessionName', s.name, 'format', y.format,
      'modality', y.modality, 'startedAt', ${utc(sql`s.starts_at`)}, 'endedAt', ${utc(sql`s.ends_at`)}, 'creditedMinutes', a.credited_minutes,
      'deliveredMinutes', a.delivered_minutes, 'isOverLimit', a.is_over_limit, 'mode', a.mode, 'status', a.status, 'label', a.label,
      'isOver', s.ends_at <= ${now.toString()} or s.state = 'ended', 'leadStaffId', lead.staff_id, 'leadSupervisorId', lead.supervisor_id,
      'leadCredentials', held.codes,
      'needsLicensedLead', y.needs_licensed_lead, 'noteId', note.id, 'noteMinutes', note.credited_minutes,
      'noteState', case when note.is_retracted then 'retracted' when note.needs_cosignature and not note.is_cosigned then 'waiting-cosignature'
        when note.id is not null then 'signed' when draft.id is not null then 'draft' else 'none' end,
      'servesPerDiem', y.serves_per_diem, 'siteId', s.site_id, 'zone', s.zone) order by s.starts_at, s.id), '[]')
  from stepwell.attendance a
  join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
  join stepwell.activity_type y on y.organization_id = ${organizationId} and y.id = s.activity_type_id
  left join lateral (select f.staff_id, who.supervisor_id from stepwell.session_facilitator f
    join stepwell.staff who on who.organization_id = ${organizationId} and who.id = f.staff_id
    where f.organization_id = ${organizationId} and f.session_id = s.id and f.role = 'lead' order by f.staff_id limit 1) lead on true
  left join lateral (${credentialsOfLead(organizationId)}) held on true
  left join lateral (${noteOfAttendance(organizationId)}) note on true
  left join lateral (select d.id from stepwell.note_draft d
    where d.organization_id = ${organizationId} and d.session_id = s.id and d.patient_id = a.patient_id and d.fields <> '{}' limit 1) draft on true
  where a.organization_id = ${organizationId} and a.enrollment_id = e.id and a.service_date = asked.service_date`;

/** Who pays first on the day. What was entered by mistake covers nothing. */
const coverage = (organizationId: string) => sql`
  select v.id, v.payer_id, v.plan_name, p.name as payer_name
  from stepwell.coverage v
  join stepwell.payer p on p.organization_id = ${organizationId} and p.id = v.payer_id
  where v.organization_id = ${organizationId} and v.patient_id = e.patient_id and v.retired_at is null
    and v.effective_from <= asked.service_date and (v.effective_to is null or v.effective_to >= asked.service_date)
  order by v.rank, v.effective_from desc, v.id limit 1`;

const diagnoses = (organizationId: string) => sql`
  select coalesce(json_agg(json_build_object('code', x.code, 'rank', x.rank) order by x.rank, x.code), '[]')
  from stepwell.enrollment_diagnosis x
  where x.organization_id = ${organizationId} and x.enrollment_id = e.id
    and x.diagnosed_on <= asked.service_date and (x.resolved_on is null or x.resolved_on > asked.service_date)`;

const authorizations = (organizationId: string) => sql`
  select coalesce(json_agg(json_build_object('id', u.id, 'number', u.number, 'startsOn', u.starts_on, 'endsOn', u.ends_on,
    'units', u.units, 'unit', u.unit) order by u.starts_on, u.id), '[]')
  from stepwell.authorization u
  where u.organization_id = ${organizationId} and u.enrollment_id = e.id and u.coverage_id = v.id and u.retired_at is null
    and u.starts_on <= asked.service_date and u.ends_on >= asked.service_date`;

const releases = (organizationId: string) => sql`
  select coalesce(json_agg(json_build_object('id', r.id, 'code', r.code, 'reason', r.reason, 'releasedAt', ${utc(sql`r.released_at`)},
    'releasedBy', r.actor_name, 'takenBack', case when b.id is not null then json_build_object('reason', b.reason,
      'at', ${utc(sql`b.taken_back_at`)}, 'by', b.actor_name) end) order by r.id), '[]')
  from stepwell.day_release r
  left join stepwell.day_release_taking_back b on b.organization_id = ${organizationId} and b.release_id = r.id
  where r.organization_id = ${organizationId} and r.enrollment_id = e.id and r.service_date = asked.service_date`;

/** What earlier days of the same coverage took, within the authorizations of the day. */
const usages = (organizationId: string) => sql`
  select coalesce(json_agg(jsonb_build_object('serviceDate', d.service_date) || d.usage), '[]')
  from stepwell.day_charge d
  where d.organization_id = ${organizationId} and d.enrollment_id = e.id and d.coverage_id = v.id and d.service_date < asked.service_date
    and d.service_date >= (select min(u.starts_on) from stepwell.authorization u where u.organization_id = ${organizationId}
      and u.enrollment_id = e.id and u.coverage_id = v.id and u.retired_at is null and u.ends_on >= asked.service_date)`;

const kept = (organizationId: string) => sql`
  select coalesce(json_agg(json_build_object('id', d.id, 'coverageId', d.coverage_id, 'state', d.state, 'label', d.label,
    'fingerprint', encode(d.fingerprint, 'hex'), 'hasDifference', d.difference is not null, 'usage', d.usage, 'totalCents', d.total_cents,
    'billed', (select coalesce(json_agg(json_build_object('key', c.key, 'units', c.units, 'chargeCents', c.charge_cents,
        'isTelehealth', c.is_telehealth, 'sessions', c.sessions) order by c.position), '[]')
      from stepwell.charge_line c where c.organization_id = ${organizationId} and c.day_charge_id = d.id)) order by d.id), '[]')
  from stepwell.day_charge d
  where d.organization_id = ${organizationId} and d.enrollment_id = e.id and d.service_date = asked.service_date`;

/**
 * Everything the charges of these days are made from, in one statement, a row for each day in the order of enrollment and date:
 * minutes, notes, leads, coverage, diagnoses, authorizations, and what is kept already. Each stay is found once, and what it names
 * from there ("limit 1" holds PostgreSQL to that order): day by day it was looked for among all of them, half the time of a month.
 */
export const selectDayFacts = async (
  work: Work,
  days: readonly AskedDay[],
): Promise<readonly unknown[]> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<{ day: unknown }>`
    with asked as materialized (
      select distinct a."enrollmentId" as enrollment_id, a."serviceDate" as service_date
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as a("enrollmentId" uuid, "serviceDate" date)
    ), stays as materialized (
      select e.id, e.patient_id, g.site_id, g.zone, l.name as level_name, p.name as patient_name,
        json_build_object('id', e.id, 'programId', e.program_id, 'levelOfCareId', e.level_of_care_id,
          'population', e.population, 'label', e.label, 'admittedOn', e.admitted_on, 'endedOn', e.ended_on) as enrollment
      from stepwell.enrollment e
      cross join lateral (select json_build_object('givenName', p.given_name, 'familyName', p.family_name, 'preferredName', p.preferred_name) as name
        from stepwell.patient p where p.organization_id = ${organizationId} and p.id = e.patient_id limit 1) p
      cross join lateral (select l.name from stepwell.level_of_care l
        where l.organization_id = ${organizationId} and l.id = e.level_of_care_id limit 1) l
      cross join lateral (select g.site_id, i.zone from stepwell.program g
        join stepwell.site i on i.organization_id = ${organizationId} and i.id = g.site_id
        where g.organization_id = ${organizationId} and g.id = e.program_id limit 1) g
      where e.organization_id = ${organizationId} and e.id = any (array(select distinct enrollment_id from asked))
    )
    select json_build_object('serviceDate', asked.service_date, 'patientId', e.patient_id, 'programSiteId', e.site_id, 'programZone', e.zone,
      'patientName', e.patient_name, 'levelName', e.level_name, 'enrollment', e.enrollment,
      'coverage', case when v.id is not null then json_build_object('id', v.id, 'payerId', v.payer_id, 'planName', v.plan_name) end,
      'payerName', v.payer_name,
      'services', (${services(work)}), 'diagnoses', (${diagnoses(organizationId)}),
      'authorizations', (${authorizations(organizationId)}), 'releases', (${releases(organizationId)}), 'usages', (${usages(organizationId)}), 'kept', (${kept(organizationId)})) as day
    from asked
    join stays e on e.id = asked.enrollment_id
    left join lateral (${coverage(organizationId)}) v on true
    order by asked.enrollment_id, asked.service_date`.execute(tx);
  return rows.map((row) => row.day);
};

/** Days of a range on which somebody was there, or of which a charge is kept. */
export const selectDaysOfRange = async (
  { tx, organizationId }: Work,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<AskedDay[]> => {
  const { rows } = await sql<AskedDay>`
    select a.enrollment_id as "enrollmentId", a.service_date::text as "serviceDate"
    from stepwell.session s
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = s.id
      and (a.first_in_at is not null or a.delivered_minutes > 0)
    where s.organization_id = ${organizationId} and s.service_date >= ${from} and s.service_date <= ${to}
    union
    select d.enrollment_id, d.service_date::text from stepwell.day_charge d
    where d.organization_id = ${organizationId} and d.service_date >= ${from} and d.service_date <= ${to}
    order by 1, 2`.execute(tx);
  return rows;
};

interface AskedDate {
  readonly serviceDate: string;
  readonly patientId?: string | undefined;
  readonly siteId?: string | undefined;
}

/** Whoever was there on a date; of one person also what is planned. */
export const selectDaysOfDate = async (
  { tx, organizationId }: Work,
  { serviceDate, patientId, siteId }: AskedDate,
): Promise<AskedDay[]> => {
  const whose =
    patientId === undefined
      ? sql`and (a.first_in_at is not null or a.delivered_minutes > 0)`
      : sql`and a.patient_id = ${patientId}`;
  const where = siteId === undefined ? sql`` : sql`and s.site_id = ${siteId}`;
  const { rows } = await sql<AskedDay>`
    select distinct a.enrollment_id as "enrollmentId", a.service_date::text as "serviceDate"
    from stepwell.session s
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = s.id ${whose}
    where s.organization_id = ${organizationId} and s.service_date = ${serviceDate} ${where}
    order by 1, 2`.execute(tx);
  return rows;
};

/** Everybody's days in which sessions lie. Seats that were never used make no day, unless one is kept. */
export const selectDaysOfSessions = async (
  { tx, organizationId }: Work,
  sessionIds: readonly string[],
): Promise<AskedDay[]> => {
  const { rows } = await sql<AskedDay>`
    select distinct a.enrollment_id as "enrollmentId", a.service_date::text as "serviceDate"
    from stepwell.attendance a
    where a.organization_id = ${organizationId} and a.session_id = any(${sessionIds}::uuid[])
      and (a.first_in_at is not null or exists (select from stepwell.day_charge d
        where d.organization_id = ${organizationId} and d.enrollment_id = a.enrollment_id and d.service_date = a.service_date))
    order by 1, 2`.execute(tx);
  return rows;
};

const hoursPerDay = 24;
const daysBack = 14;
const daysHeld = 92;

/** Days of the last months that wait for something: whoever mended it may have told nobody. */
export const selectHeldDays = async ({ tx, organizationId, now }: Work): Promise<AskedDay[]> => {
  const { rows } = await sql<AskedDay>`
    select d.enrollment_id as "enrollmentId", d.service_date::text as "serviceDate"
    from stepwell.day_charge d
    where d.organization_id = ${organizationId} and d.state = 'held'
      and d.service_date >= ${now.subtract({ hours: daysHeld * hoursPerDay }).toString()}::date
    order by 1, 2`.execute(tx);
  return rows;
};

/** Attended days of the last weeks that are over and of which nothing is kept, or that were still open when they were. */
export const selectUnchargedDays = async ({
  tx,
  organizationId,
  now,
}: Work): Promise<AskedDay[]> => {
  const { rows } = await sql<AskedDay>`
    select a.enrollment_id as "enrollmentId", a.service_date::text as "serviceDate"
    from stepwell.session s
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = s.id and a.status <> 'cancelled'
    where s.organization_id = ${organizationId} and s.service_date >= ${now.subtract({ hours: daysBack * hoursPerDay }).toString()}::date
      and s.service_date <= ${now.add({ hours: hoursPerDay }).toString()}::date
    group by a.enrollment_id, a.service_date
    having bool_or(a.delivered_minutes > 0) and bool_and(s.ends_at <= ${now.toString()} or s.state = 'ended')
      and not exists (select from stepwell.day_charge d where d.organization_id = ${organizationId}
        and d.enrollment_id = a.enrollment_id and d.service_date = a.service_date and d.state <> 'open')
    order by 1, 2`.execute(tx);
  return rows;
};

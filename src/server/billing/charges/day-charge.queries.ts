import { sql, type RawBuilder } from "kysely";
import type { DayState } from "#domain/billing/charges/day-charge.ts";
import { withoutPrice } from "#domain/billing/charges/unpriced-day.ts";
import type { AskedDay } from "#server/billing/charges/day-facts.queries.ts";
import type { Work } from "#server/platform/work.ts";

const lines = (organizationId: string) => sql`(
  select coalesce(json_agg(json_build_object('key', l.key, 'basis', l.basis, 'service', l.service, 'procedure', l.procedure,
    'modifiers', l.modifiers, 'revenueCode', l.revenue_code, 'unit', l.unit, 'units', l.units, 'priceCents', l.price_cents,
    'chargeCents', l.charge_cents, 'minutes', l.minutes, 'isTelehealth', l.is_telehealth, 'sessions', l.sessions, 'rule', l.rule)
    order by l.position), '[]')
  from stepwell.charge_line l where l.organization_id = ${organizationId} and l.day_charge_id = d.id)`;

const dayJson = (
  organizationId: string,
) => sql`json_build_object('id', d.id, 'enrollmentId', d.enrollment_id, 'patientId', d.patient_id,
  'coverageId', d.coverage_id, 'payerId', d.payer_id, 'siteId', d.site_id, 'serviceDate', d.service_date, 'state', d.state,
  'claimId', d.claim_id, 'contractVersionId', d.contract_version_id, 'isTest', d.is_test, 'lines', ${lines(organizationId)},
  'zeroes', d.zeroes, 'holds', d.holds, 'authorizationId', d.authorization_id, 'totalCents', d.total_cents,
  'difference', d.difference, 'label', d.label, 'version', d.version)`;

interface DayRow {
  readonly day: unknown;
}

const select = async (work: Work, condition: RawBuilder<unknown>): Promise<unknown[]> => {
  const { tx, organizationId } = work;
  const { rows } =
    await sql<DayRow>`select ${dayJson(organizationId)} as day from stepwell.day_charge d
    where d.organization_id = ${organizationId} and ${condition}
    order by d.enrollment_id, d.service_date, d.id`.execute(tx);
  return rows.map((row) => row.day);
};

const idsIn = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** What is kept of one day of one stay, under whichever coverage. */
export const selectKept = (work: Work, { enrollmentId, serviceDate }: AskedDay) =>
  select(work, sql`d.enrollment_id = ${enrollmentId} and d.service_date = ${serviceDate}`);

export const selectReady = (work: Work, { from, to }: { from: string; to: string }) =>
  select(work, sql`d.state = 'ready' and d.service_date >= ${from} and d.service_date <= ${to}`);

/** Days and the claim they go into. */
export interface ClaimOfDays {
  readonly claimId: string;
  readonly dayIds: readonly string[];
}

/** Makes ready days part of their claims; answers those that were ready. */
export const claimDays = async (
  { tx, organizationId }: Work,
  claims: readonly ClaimOfDays[],
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with asked as materialized (
      select c."claimId" as claim_id, day.id::uuid as id
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c("claimId" uuid, "dayIds" jsonb)
      cross join lateral jsonb_array_elements_text(c."dayIds") as day(id)
    ), claimed as (
      update stepwell.day_charge d set state = 'claimed', claim_id = asked.claim_id, version = d.version + 1
      from asked where d.organization_id = ${organizationId} and d.id = asked.id and d.state = 'ready'
      returning d.id
    )
    select id from claimed`.execute(tx);
  return rows.map((row) => row.id);
};

/** Takes days out of their claim; what they are worth is to be made anew at once. */
export const releaseDays = async (
  { tx, organizationId }: Work,
  ids: readonly string[],
): Promise<AskedDay[]> => {
  const { rows } = await sql<AskedDay>`
    update stepwell.day_charge d set state = 'held', claim_id = null, difference = null, fingerprint = '', version = d.version + 1
    where d.organization_id = ${organizationId} and d.id in ${idsIn(ids)} and d.state = 'claimed'
    returning d.enrollment_id as "enrollmentId", d.service_date::text as "serviceDate"`.execute(tx);
  return rows;
};

export interface DayChargesAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly state?: DayState | undefined;
  readonly patientId?: string | undefined;
  readonly payerId?: string | undefined;
  readonly siteId?: string | undefined;
  /** Those that no claim holds yet and that bill something. */
  readonly isOpen?: true;
}

const matching = (organizationId: string, asked: DayChargesAsked) => {
  const { from, to, patientId, payerId, siteId, isOpen } = asked;
  const conditions = [
    sql`d.organization_id = ${organizationId}`,
    ...(from === undefined ? [] : [sql`d.service_date >= ${from}`]),
    ...(to === undefined ? [] : [sql`d.service_date <= ${to}`]),
    ...(patientId === undefined ? [] : [sql`d.patient_id = ${patientId}`]),
    ...(payerId === undefined ? [] : [sql`d.payer_id = ${payerId}`]),
    ...(siteId === undefined ? [] : [sql`d.site_id = ${siteId}`]),
    ...(isOpen ? [sql`d.state in ('held', 'ready')`] : []),
  ];
  return sql.join(conditions, sql` and `);
};

export interface ListedDay {
  readonly id: string;
  readonly serviceDate: string;
  readonly row: unknown;
}

/** A page of charge review, the latest day first; one row more than the page holds. */
export const listDays = async (
  { tx, organizationId }: Work,
  asked: DayChargesAsked,
  page: { readonly limit: number; readonly after: { day: string; id: string } | null },
): Promise<readonly ListedDay[]> => {
  const { after, limit } = page;
  const ofState = asked.state === undefined ? sql`` : sql`and d.state = ${asked.state}`;
  const onward =
    after === null
      ? sql``
      : sql`and (d.service_date, d.id) < (${after.day}::date, ${after.id}::uuid)`;
  const { rows } = await sql<ListedDay>`
    select d.id, d.service_date::text as "serviceDate", json_build_object('id', d.id, 'serviceDate', d.service_date,
      'enrollmentId', d.enrollment_id, 'patientId', d.patient_id,
      'patientName', concat(coalesce(p.preferred_name, p.given_name), ' ', p.family_name), 'mrn', p.mrn, 'levelName', l.name,
      'site', json_build_object('id', i.id, 'name', i.name),
      'payer', case when y.id is not null then json_build_object('id', y.id, 'name', y.name) end,
      'contractName', c.name, 'state', d.state, 'claimId', d.claim_id, 'totalCents', d.total_cents, 'minutes', d.minutes,
      'lines', ${lines(organizationId)}, 'zeroes', d.zeroes, 'holds', d.holds, 'differs', d.difference is not null, 'version', d.version) as row
    from stepwell.day_charge d
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = d.patient_id
    join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = d.enrollment_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    join stepwell.site i on i.organization_id = ${organizationId} and i.id = d.site_id
    left join stepwell.payer y on y.organization_id = ${organizationId} and y.id = d.payer_id
    left join stepwell.contract_version v on v.organization_id = ${organizationId} and v.id = d.contract_version_id
    left join stepwell.contract c on c.organization_id = ${organizationId} and c.id = v.contract_id
    where ${matching(organizationId, asked)} ${ofState} ${onward}
    order by d.service_date desc, d.id desc limit ${limit + 1}`.execute(tx);
  return rows;
};

export interface StateSum {
  readonly state: DayState;
  readonly days: number;
  readonly totalCents: number;
  readonly unpriced: number;
}

/** How many of the matching days stand where, and what they come to. */
export const sumStates = async (
  { tx, organizationId }: Work,
  asked: DayChargesAsked,
): Promise<StateSum[]> => {
  const { rows } = await sql<StateSum>`
    select d.state, count(*)::integer as days, sum(d.total_cents)::float8 as "totalCents",
      (count(*) filter (where d.state = 'held' and d.total_cents = 0 and exists (
        select from jsonb_array_elements(d.holds) held(one) where held.one->>'code' = any(${[...withoutPrice]}::text[]))))::integer as unpriced
    from stepwell.day_charge d where ${matching(organizationId, asked)}
    group by d.state order by d.state`.execute(tx);
  return rows;
};

/** The session that is asked about, and everybody who has a seat in it that was not taken back. */
export const findSession = async (
  { tx, organizationId }: Work,
  sessionId: string,
): Promise<{ session: unknown; days: AskedDay[] } | undefined> => {
  const { rows } = await sql<{ session: unknown; days: AskedDay[] }>`
    select json_build_object('sessionId', s.id, 'name', s.name, 'zone', s.zone, 'serviceDate', s.service_date,
        'startsAt', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'endsAt', to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as session,
      (select coalesce(json_agg(json_build_object('enrollmentId', a.enrollment_id, 'serviceDate', a.service_date)), '[]')
        from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = s.id) as days
    from stepwell.session s where s.organization_id = ${organizationId} and s.id = ${sessionId}`.execute(
    tx,
  );
  return rows[0];
};

import { sql, type RawBuilder } from "kysely";
import type { ChargeLine, DayCharges } from "#domain/billing/charges/day-charge.ts";
import type { AskedDay } from "#server/billing/charges/day-facts.queries.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Holds the stays, and what is kept of these days, until the transaction ends: two who make the same day anew come one after
 * the other, and whoever claims a day waits for what becomes of it.
 */
export const holdDays = async (
  { tx, organizationId }: Work,
  days: readonly AskedDay[],
): Promise<void> => {
  await sql`
    with asked as materialized (
      select a."enrollmentId" as enrollment_id, a."serviceDate" as service_date
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as a("enrollmentId" uuid, "serviceDate" date)
    ), held as materialized (
      select e.id from stepwell.enrollment e
      where e.organization_id = ${organizationId} and e.id = any (array(select enrollment_id from asked))
      order by e.id for no key update
    )
    select d.id from stepwell.day_charge d, (select count(*) from held) as after_holding
    where d.organization_id = ${organizationId}
      and (d.enrollment_id, d.service_date) in (select enrollment_id, service_date from asked)
    order by d.id for update of d`.execute(tx);
};

/** A day as it is to be kept; `lines` become rows of their own. */
export interface DayToKeep {
  readonly id: string;
  readonly enrollmentId: string;
  readonly patientId: string;
  readonly coverageId: string | null;
  readonly payerId: string | null;
  readonly siteId: string;
  readonly contractVersionId: string | null;
  readonly serviceDate: string;
  readonly state: string;
  readonly isTest: boolean;
  readonly authorizationId: string | null;
  readonly totalCents: number;
  readonly minutes: number;
  readonly usage: unknown;
  readonly zeroes: DayCharges["zeroes"];
  readonly holds: DayCharges["holds"];
  readonly fingerprint: string;
  readonly label: string;
  readonly lines: readonly (ChargeLine & { readonly position: number })[];
}

const idsIn = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Takes the lines of days away. The days are held and are no claims. */
export const removeLines = async (
  { tx, organizationId }: Work,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`delete from stepwell.charge_line
    where organization_id = ${organizationId} and day_charge_id in ${idsIn(ids)}`.execute(tx);
};

/** Takes days away that are none any more, after their lines. */
export const removeDays = async (
  { tx, organizationId }: Work,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    delete from stepwell.day_charge
    where organization_id = ${organizationId} and id in ${idsIn(ids)} and claim_id is null`.execute(
    tx,
  );
};

/**
 * Holds with the moment since which each has held its day without a break (`before`: what held it until now, each where it says
 * no moment since `made`). A day that is made anew for one reason has not begun to wait anew for another.
 */
const heldSince = (
  holds: RawBuilder<unknown>,
  now: string,
  until: { readonly before: RawBuilder<unknown>; readonly made: RawBuilder<unknown> },
) => sql`(
    select coalesce(jsonb_agg(is_now.hold || jsonb_build_object('since', coalesce((
        select min(coalesce((was.hold->>'since')::timestamptz, ${until.made}))
        from jsonb_array_elements(${until.before}) was(hold)
        where was.hold->>'code' = is_now.hold->>'code'
          and was.hold->'values'->>'sessionId' is not distinct from is_now.hold->'values'->>'sessionId'
          and was.hold->'values'->>'procedure' is not distinct from is_now.hold->'values'->>'procedure'
      ), ${now}::timestamptz)) order by is_now.nth), '[]')
    from jsonb_array_elements(${holds}) with ordinality is_now(hold, nth))`;

/** Writes days with their lines, new or made anew. The lines of before are gone already. */
export const keepDays = async (work: Work, days: readonly DayToKeep[]): Promise<void> => {
  const { tx, organizationId, now } = work;
  if (days.length === 0) return;
  await sql`
    with days as materialized (
      select d.* from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d("id" uuid, "enrollmentId" uuid, "patientId" uuid,
        "coverageId" uuid, "payerId" uuid, "siteId" uuid, "contractVersionId" uuid, "serviceDate" date, "state" text, "isTest" boolean,
        "authorizationId" uuid, "totalCents" integer, "minutes" integer, "usage" jsonb, "zeroes" jsonb, "holds" jsonb, "fingerprint" text,
        "label" text, "lines" jsonb)
    ), kept as (
      insert into stepwell.day_charge as k (organization_id, id, enrollment_id, patient_id, coverage_id, payer_id, site_id, contract_version_id,
        service_date, state, is_test, authorization_id, total_cents, minutes, usage, zeroes, holds, fingerprint, label, made_at)
      select ${organizationId}, d."id", d."enrollmentId", d."patientId", d."coverageId", d."payerId", d."siteId", d."contractVersionId",
        d."serviceDate", d."state", d."isTest", d."authorizationId", d."totalCents", d."minutes", d."usage", d."zeroes",
        ${heldSince(sql`d."holds"`, now.toString(), { before: sql`'[]'::jsonb`, made: sql`null` })},
        decode(d."fingerprint", 'hex'), d."label", ${now.toString()}
      from days d
      on conflict (organization_id, id) do update set site_id = excluded.site_id, payer_id = excluded.payer_id,
        contract_version_id = excluded.contract_version_id, state = excluded.state, claim_id = null, is_test = excluded.is_test,
        authorization_id = excluded.authorization_id, total_cents = excluded.total_cents, minutes = excluded.minutes, usage = excluded.usage,
        zeroes = excluded.zeroes, holds = ${heldSince(sql`excluded.holds`, now.toString(), {
          before: sql`case when k.state = 'held' then k.holds else '[]'::jsonb end`,
          made: sql`k.made_at`,
        })}, difference = null, fingerprint = excluded.fingerprint, label = excluded.label,
        made_at = excluded.made_at, version = k.version + 1
    )
    insert into stepwell.charge_line (organization_id, day_charge_id, key, position, basis, service, procedure, modifiers, revenue_code,
        unit, units, price_cents, charge_cents, minutes, is_telehealth, sessions, rule)
      select ${organizationId}, d."id", l."key", l."position", l."basis", l."service", l."procedure",
        array(select jsonb_array_elements_text(l."modifiers")), l."revenueCode", l."unit", l."units", l."priceCents", l."chargeCents",
        l."minutes", l."isTelehealth", l."sessions", l."rule"
      from days d
      cross join lateral jsonb_to_recordset(d."lines") as l("key" text, "position" integer, "basis" text, "service" text, "procedure" text,
        "modifiers" jsonb, "revenueCode" text, "unit" text, "units" integer, "priceCents" integer, "chargeCents" integer, "minutes" integer,
        "isTelehealth" boolean, "sessions" jsonb, "rule" jsonb)`.execute(tx);
};

/** Says of claimed days what they would be now; what was claimed stays as it was. Null takes back what was said. */
export const noteDifferences = async (
  { tx, organizationId, now }: Work,
  days: readonly {
    readonly id: string;
    readonly difference: DayCharges | null;
    readonly holds: DayCharges["holds"];
    readonly fingerprint: string;
  }[],
): Promise<void> => {
  if (days.length === 0) return;
  await sql`
    with days as materialized (
      select d.* from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d("id" uuid, "difference" jsonb, "holds" jsonb, "fingerprint" text)
    )
    update stepwell.day_charge k set difference = nullif(d."difference", 'null'::jsonb),
      holds = case when d."holds" = '[]' then d."holds" else jsonb_build_array((d."holds"->0) || jsonb_build_object('since',
        case when k.difference is null then ${now.toString()}::timestamptz else coalesce((k.holds->0->>'since')::timestamptz, k.made_at) end)) end,
      fingerprint = decode(d."fingerprint", 'hex'), version = k.version + 1
    from days d
    where k.organization_id = ${organizationId} and k.id = d."id" and k.state = 'claimed'`.execute(
    tx,
  );
};

/** Kept days of these stays after a date, no claims yet, that rely on an authorization or wait for one. */
export const laterDays = async (
  { tx, organizationId }: Work,
  stays: readonly AskedDay[],
): Promise<AskedDay[]> => {
  if (stays.length === 0) return [];
  const { rows } = await sql<AskedDay>`
    select distinct d.enrollment_id as "enrollmentId", d.service_date::text as "serviceDate"
    from jsonb_to_recordset(${JSON.stringify(stays)}::jsonb) as a("enrollmentId" uuid, "serviceDate" date)
    join stepwell.day_charge d on d.organization_id = ${organizationId} and d.enrollment_id = a."enrollmentId"
      and d.service_date > a."serviceDate" and d.state <> 'claimed'
    where exists (select from stepwell.authorization u where u.organization_id = ${organizationId}
      and u.enrollment_id = d.enrollment_id and u.retired_at is null and u.starts_on <= d.service_date and u.ends_on >= d.service_date)
    order by 1, 2`.execute(tx);
  return rows;
};

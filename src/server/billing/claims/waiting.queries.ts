import { sql, type AliasedExpression, type RawBuilder } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/billing/claims/hold.api.ts";
import { isRejected } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import {
  filingDays,
  rejectedClaims,
  secondPayers,
} from "#server/billing/claims/waiting-sent.queries.ts";
import { inPages } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

/** A place in the list: what waits longest stands first, and of what was found together the first day. */
const placeOf = (
  raisedAt: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  nth: RawBuilder<unknown>,
) =>
  sql<string>`to_char(${raisedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || ${day} || ' ' || waiting.code
    || ' ' || lpad(${nth}::text, 3, '0')`;

const staffName = (organizationId: string, key: string) => sql`(
    select staff.given_name || ' ' || staff.family_name from stepwell.staff
    where staff.organization_id = ${organizationId} and staff.id = (day.holds->0->'values'->>${key})::uuid)`;

/** What a claimed day would be billed as now, with the names of who was told to have rendered it and of who would be. */
const otherwise = (organizationId: string) => sql`
      (day.holds->0->'values') || jsonb_build_object('isSent', claim.state = 'exported',
        'claimedName', ${staffName(organizationId, "claimedStaffId")}, 'nowName', ${staffName(organizationId, "nowStaffId")})`;

/**
 * What waits: open holds of claims, each reason of each day that is held, and days that were billed otherwise than they are
 * now. A day has no hold of its own, so that its place in the order is its own id and the place of the reason in it. How the days of a rejected claim changed is no work of its own, as what is
 * sent again says what is billed by then; it stands where that claim alone is looked at.
 */
export const everything = (organizationId: string, isOfOneClaim = false) => sql`(
    select 0::bigint as nth,
      hold.id as order_id, hold.id, claim.id as claim_id, claim.control as claim_control, null::uuid as day_charge_id,
      claim.enrollment_id, claim.patient_id, claim.payer_id, claim.from_date, claim.through_date, claim.total_cents,
      case when claim.frequency not in ('7', '8') then claim.through_date + ${filingDays(organizationId, "claim.contract_version_id")} end as file_by,
      hold.code, hold.values, hold.owner, hold.raised_at
    from stepwell.claim_hold hold
    join stepwell.claim claim on claim.organization_id = ${organizationId} and claim.id = hold.claim_id and claim.state <> 'withdrawn'
    where hold.organization_id = ${organizationId} and hold.released_at is null
    union all
    select held.nth,
      day.id, null, null, null, day.id, day.enrollment_id, day.patient_id, day.payer_id, day.service_date, day.service_date,
      day.total_cents::bigint, day.service_date + ${filingDays(organizationId, "day.contract_version_id")},
      held.one->>'code', held.one->'values', held.one->>'owner', coalesce((held.one->>'since')::timestamptz, day.made_at)
    from stepwell.day_charge day
    cross join lateral jsonb_array_elements(day.holds) with ordinality held(one, nth)
    where day.organization_id = ${organizationId} and day.state = 'held'
    union all
    select 0::bigint,
      day.id, null, claim.id, claim.control, day.id, day.enrollment_id, day.patient_id, day.payer_id, day.service_date, day.service_date,
      day.total_cents::bigint, null::date, 'claim-needs-correction', ${otherwise(organizationId)},
      day.holds->0->>'owner', coalesce((day.holds->0->>'since')::timestamptz, day.made_at)
    from stepwell.day_charge day
    join stepwell.claim claim on claim.organization_id = ${organizationId} and claim.id = day.claim_id
    where day.organization_id = ${organizationId} and day.state = 'claimed' and day.difference is not null
      and (${isOfOneClaim} or not ${isRejected(organizationId)})
      and not exists (select from stepwell.claim void where void.organization_id = ${organizationId}
        and void.replaces_claim_id = claim.id and void.frequency = '8' and void.state <> 'withdrawn')
    union all ${rejectedClaims(organizationId)}
    union all ${secondPayers(organizationId)}
  ) waiting`;

interface Waiting {
  readonly key: string;
  readonly orderId: string;
  readonly id: string | null;
  readonly claimId: string | null;
  readonly claimControl: string | null;
  readonly dayChargeId: string | null;
  readonly enrollmentId: string;
  readonly patientId: string;
  readonly payerId: string | null;
  readonly fromDate: string;
  readonly throughDate: string;
  readonly totalCents: number;
  readonly fileBy: string | null;
  readonly code: string;
  readonly values: unknown;
  readonly owner: string;
  readonly raisedAt: string;
  readonly count: number;
}

/** What is mended once ends all of these: of one person, one payer, one reason and one session. */
export const cause = sql`waiting.claim_id, waiting.enrollment_id, waiting.patient_id, waiting.payer_id, waiting.values->>'sessionId'`;

const oldest = (column: string) =>
  sql`(array_agg(${sql.ref(column)} order by waiting.raised_at, waiting.from_date, waiting.nth, waiting.order_id))[1]`;

const eachAlone = (
  organizationId: string,
  condition: RawBuilder<unknown>,
  isOfOneClaim = false,
) => sql<Waiting>`(
  select waiting.*, ${placeOf(sql`waiting.raised_at`, sql`waiting.from_date`, sql`waiting.nth`)} as key, 1 as count from ${everything(organizationId, isOfOneClaim)} where ${condition})`;

const putTogether = (organizationId: string, condition: RawBuilder<unknown>) => sql<Waiting>`(
  select ${placeOf(sql`min(waiting.raised_at)`, sql`min(waiting.from_date)`, oldest("waiting.nth"))} as key, ${oldest("waiting.order_id")} as order_id, ${oldest("waiting.id")} as id, waiting.claim_id,
    min(waiting.claim_control) as claim_control, ${oldest("waiting.day_charge_id")} as day_charge_id, waiting.enrollment_id,
    waiting.patient_id, waiting.payer_id, min(waiting.from_date) as from_date, max(waiting.through_date) as through_date,
    sum(waiting.total_cents)::bigint as total_cents, min(waiting.file_by) as file_by, waiting.code, ${oldest("waiting.values")} as values, waiting.owner,
    min(waiting.raised_at) as raised_at, count(*)::integer as count
  from ${everything(organizationId)} where ${condition}
  group by waiting.code, waiting.owner, ${cause})`;

/** Whom a search may have meant. */
export interface SoughtHolds {
  readonly patientIds: readonly string[];
  readonly payerIds: readonly string[];
}

type Asked = Parsed<typeof api.listHolds>;
export type Filter = Pick<
  Asked,
  "code" | "owner" | "patientId" | "payerId" | "filing" | "from" | "to"
> & {
  /** Until when "soon" goes. */
  readonly soon: string;
};

/** What lies in the days that are looked at, if only some are: both included. */
export const within = ({ from, to }: Pick<Filter, "from" | "to">) =>
  sql.join(
    [
      sql`true`,
      ...(from === undefined ? [] : [sql`waiting.through_date >= ${from}::date`]),
      ...(to === undefined ? [] : [sql`waiting.from_date <= ${to}::date`]),
    ],
    sql` and `,
  );

export const asked = (filter: Filter, sought: SoughtHolds | null) => {
  const { code, owner, patientId, payerId, filing, soon } = filter;
  return sql.join(
    [
      within(filter),
      ...(code === undefined ? [] : [sql`waiting.code = ${code}`]),
      ...(owner === undefined ? [] : [sql`waiting.owner = ${owner}`]),
      ...(patientId === undefined ? [] : [sql`waiting.patient_id = ${patientId}`]),
      ...(payerId === undefined ? [] : [sql`waiting.payer_id = ${payerId}`]),
      ...(filing === undefined ? [] : [sql`waiting.file_by <= ${soon}::date`]),
      ...(sought === null
        ? []
        : [
            sql`(waiting.patient_id = any(${sought.patientIds}::uuid[]) or waiting.payer_id = any(${sought.payerIds}::uuid[]))`,
          ]),
    ],
    sql` and `,
  );
};

/** What the list is ordered by; each a text, never null, and told apart by its place among all that waits. */
const orderOf = (organizationId: string): Readonly<Record<Asked["sort"], RawBuilder<string>>> => ({
  since: sql`waiting.key`,
  person: sql`(select patient.sort_name from stepwell.patient patient
    where patient.organization_id = ${organizationId} and patient.id = waiting.patient_id) || ' ' || waiting.key`,
  payer: sql`coalesce((select stepwell.folded(payer.name) from stepwell.payer payer
    where payer.organization_id = ${organizationId} and payer.id = waiting.payer_id), '') || ' ' || waiting.key`,
  filing: sql`coalesce(waiting.file_by::text, '9999-12-31') || ' ' || waiting.key`,
  total: sql`lpad(waiting.total_cents::text, 12, '0') || ' ' || waiting.key`,
});

/** Rows with the names of whom they are about and of who pays. */
const named = (
  { tx, organizationId }: Work,
  page: AliasedExpression<Waiting & { readonly pageKey: string }, "page">,
) =>
  tx
    .selectFrom(page)
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "page.patientId"),
    )
    .leftJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "page.payerId"),
    )
    .select([
      "page.pageKey",
      "page.orderId",
      "page.id",
      "page.claimId",
      "page.claimControl",
      "page.dayChargeId",
      "page.enrollmentId",
      "page.patientId",
      "patient.givenName",
      "patient.familyName",
      "patient.preferredName",
      "patient.mrn",
      "payer.name as payerName",
      "page.fromDate",
      "page.throughDate",
      "page.totalCents",
      "page.fileBy",
      "page.code",
      "page.values",
      "page.owner",
      "page.raisedAt",
      "page.count",
    ]);

/** A page of what waits, the longest first if not asked otherwise. Names are looked up for the rows of the page alone. */
export const listWaiting = (work: Work, input: Asked & Filter, sought: SoughtHolds | null) => {
  const { tx, organizationId } = work;
  const rows = input.together ? putTogether : eachAlone;
  const page = inPages(
    tx.selectFrom(rows(organizationId, asked(input, sought)).as("waiting")).selectAll("waiting"),
    { ...input, key: orderOf(organizationId)[input.sort], id: sql<string>`waiting.order_id` },
  );
  const using = sql.raw(input.order === "asc" ? "~<~" : "~>~");
  return named(work, page.as("page"))
    .orderBy(sql`page.page_key using ${using}`)
    .orderBy("page.orderId", input.order)
    .execute();
};

/** The open holds of one claim. */
export const listHoldsOfClaim = (work: Work, claimId: string) =>
  named(
    work,
    work.tx
      .selectFrom(
        eachAlone(work.organizationId, sql`waiting.claim_id = ${claimId}`, true).as("waiting"),
      )
      .selectAll("waiting")
      .select("waiting.key as pageKey")
      .as("page"),
  )
    .orderBy("page.pageKey")
    .execute();
export type HoldRow = Awaited<ReturnType<typeof listHoldsOfClaim>>[number];

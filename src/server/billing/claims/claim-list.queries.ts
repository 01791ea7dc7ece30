import { sql, type RawBuilder } from "kysely";
import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { claimAgeOf, claimOrder } from "#server/billing/claims/claim-order.queries.ts";
import { countsAs } from "#server/billing/claims/claim-place.queries.ts";
import { rowsOf } from "#server/billing/claims/claim.queries.ts";
import { inPages } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

/** What a search for claims may have meant. */
export interface Sought {
  readonly patientIds: readonly string[];
  readonly payerIds: readonly string[];
  /** How a number begins, ours or the payer's; null where what was typed is no number. */
  readonly number: string | null;
}

/** What narrows claims, and the calendar it is read by. */
export type ClaimFilter = Omit<Parsed<typeof api.sumClaims>, "q"> & {
  readonly zone: string;
  readonly today: string;
};

/** No text is above a beginning followed by the last code point. */
const after = "\u{10FFFF}";

export const begins = (column: RawBuilder<unknown>, typed: string) =>
  sql`(${column} ~>=~ ${typed}::text and ${column} ~<~ ${`${typed}${after}`}::text)`;

/** Each way of being meant has an index of its own, and stands here only where something is meant by it. */
const isMeant = ({ patientIds, payerIds, number }: Sought) => {
  const ways = [
    ...(patientIds.length > 0 ? [sql`claim.patient_id = any(${patientIds}::uuid[])`] : []),
    ...(payerIds.length > 0 ? [sql`claim.payer_id = any(${payerIds}::uuid[])`] : []),
    ...(number === null
      ? []
      : [
          begins(sql`claim.control`, number),
          begins(sql`upper(claim.payer_claim_control)`, number),
        ]),
  ];
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
};

/** Until the end of a day, from its beginning on, on the wall of the organization. */
const within = (moment: string, { from, to, zone }: ClaimFilter): RawBuilder<boolean>[] => [
  ...(from === undefined
    ? []
    : [sql<boolean>`${sql.ref(moment)} >= ${from}::date::timestamp at time zone ${zone}`]),
  ...(to === undefined
    ? []
    : [sql<boolean>`${sql.ref(moment)} < (${to}::date + 1)::timestamp at time zone ${zone}`]),
];

const inSpan = ({ organizationId }: Work, filter: ClaimFilter): RawBuilder<boolean>[] => {
  const { from, to, spanOf } = filter;
  if (from === undefined && to === undefined) return [];
  if (spanOf === "made") return within("claim.created_at", filter);
  if (spanOf === "sent")
    return [
      sql<boolean>`exists (select from stepwell.claim_file file where file.organization_id = ${organizationId}
        and file.id = claim.claim_file_id and ${sql.join(within("file.created_at", filter), sql` and `)})`,
    ];
  const first = sql.ref(spanOf === "days" ? "claim.from_date" : "claim.through_date");
  return [
    ...(from === undefined ? [] : [sql<boolean>`${first} >= ${from}`]),
    ...(to === undefined ? [] : [sql<boolean>`claim.through_date <= ${to}`]),
  ];
};

/** The conditions that a filter comes to. They read `claim`. */
export const asked = (
  work: Work,
  filter: ClaimFilter,
  sought: Sought | null,
): RawBuilder<boolean>[] => {
  const { state, countsAs: place, age, payerId, patientId, claimFileId, today } = filter;
  const { organizationId } = work;
  return [
    ...(state === undefined ? [] : [sql<boolean>`claim.state = ${state}`]),
    ...(place === undefined ? [] : [sql<boolean>`${countsAs(organizationId)} = ${place}`]),
    ...(age === undefined ? [] : [sql<boolean>`${claimAgeOf(today)} = ${age}`]),
    ...(payerId === undefined ? [] : [sql<boolean>`claim.payer_id = ${payerId}`]),
    ...(patientId === undefined ? [] : [sql<boolean>`claim.patient_id = ${patientId}`]),
    ...(claimFileId === undefined ? [] : [sql<boolean>`claim.claim_file_id = ${claimFileId}`]),
    ...inSpan(work, filter),
    ...(sought === null ? [] : [isMeant(sought)]),
  ];
};

type Listing = ClaimFilter &
  Pick<Parsed<typeof api.listClaims>, "limit" | "cursor" | "sort" | "order">;

/** By their last day, the newest first, if not asked otherwise. */
export const listClaims = (work: Work, input: Listing, sought: Sought | null) =>
  inPages(
    rowsOf(work).where((eb) => eb.and(asked(work, input, sought))),
    { ...input, key: claimOrder(work.organizationId)[input.sort], id: sql<string>`claim.id` },
  ).execute();

/** How many claims match. */
export const countClaims = async (
  work: Work,
  filter: ClaimFilter,
  sought: Sought | null,
): Promise<number> => {
  const { total } = await work.tx
    .selectFrom("stepwell.claim as claim")
    .where("claim.organizationId", "=", work.organizationId)
    .where((eb) => eb.and(asked(work, filter, sought)))
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
};

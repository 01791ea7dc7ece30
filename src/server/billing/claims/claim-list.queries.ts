import { sql, type RawBuilder } from "kysely";
import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { claimOrder } from "#server/billing/claims/claim-order.queries.ts";
import { askedCents } from "#server/billing/claims/claim-place.queries.ts";
import { rowsOf } from "#server/billing/claims/claim.queries.ts";
import { inPages, type PageOrder } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

/** What a search for claims may have meant. */
export interface Sought {
  readonly patientIds: readonly string[];
  readonly payerIds: readonly string[];
  /** How a number begins, ours or the payer's; null where what was typed is no number. */
  readonly number: string | null;
}

type Filter = Omit<Parsed<typeof api.listClaims>, keyof PageOrder | "q" | "sort">;

/** No text is above a beginning followed by the last code point. */
const after = "\u{10FFFF}";

const begins = (column: RawBuilder<unknown>, typed: string) =>
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

const asked = (filter: Filter, sought: Sought | null): RawBuilder<boolean>[] => {
  const { state, payerId, patientId, claimFileId, from, to } = filter;
  return [
    ...(state === undefined ? [] : [sql<boolean>`claim.state = ${state}`]),
    ...(payerId === undefined ? [] : [sql<boolean>`claim.payer_id = ${payerId}`]),
    ...(patientId === undefined ? [] : [sql<boolean>`claim.patient_id = ${patientId}`]),
    ...(claimFileId === undefined ? [] : [sql<boolean>`claim.claim_file_id = ${claimFileId}`]),
    ...(from === undefined ? [] : [sql<boolean>`claim.from_date >= ${from}`]),
    ...(to === undefined ? [] : [sql<boolean>`claim.through_date <= ${to}`]),
    ...(sought === null ? [] : [isMeant(sought)]),
  ];
};

type Listing = Filter & Pick<Parsed<typeof api.listClaims>, "limit" | "cursor" | "sort" | "order">;

/** By their last day, the newest first, if not asked otherwise. */
export const listClaims = (work: Work, input: Listing, sought: Sought | null) =>
  inPages(
    rowsOf(work).where((eb) => eb.and(asked(input, sought))),
    { ...input, key: claimOrder[input.sort], id: sql<string>`claim.id` },
  ).execute();

/** How many claims match, and what their payers are asked for by them, sent or not yet. */
export const sumOfClaims = async (
  { tx, organizationId }: Work,
  filter: Filter,
  sought: Sought | null,
): Promise<{ total: number; totalCents: number; unsentCents: number }> =>
  await tx
    .selectFrom("stepwell.claim as claim")
    .where("claim.organizationId", "=", organizationId)
    .where((eb) => eb.and(asked(filter, sought)))
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .select(sql<number>`coalesce(sum(${askedCents(organizationId)}), 0)::bigint`.as("totalCents"))
    .select(
      sql<number>`coalesce(sum(${askedCents(organizationId)}) filter (where claim.state <> 'exported'), 0)::bigint`.as(
        "unsentCents",
      ),
    )
    .executeTakeFirstOrThrow();

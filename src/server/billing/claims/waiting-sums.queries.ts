import { sql } from "kysely";
import {
  asked,
  cause,
  everything,
  within,
  type Filter,
  type SoughtHolds,
} from "#server/billing/claims/waiting.queries.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Each reason with how much waits for it of what else is asked for, the most money first; with how many holds of it there are
 * in all, and how many are shown, each alone and put together.
 */
export const sumWaiting = async (
  { tx, organizationId }: Work,
  filter: Filter,
  sought: SoughtHolds | null,
) => {
  const others = asked({ ...filter, code: undefined }, sought);
  const { rows } = await sql<{
    code: string;
    owner: string;
    all: number;
    count: number;
    totalCents: number;
    oldestAt: string | null;
    together: number;
    matching: number;
    matchingTogether: number;
    soonTogether: number;
  }>`
    select waiting.code, waiting.owner, count(distinct (${cause}))::integer as "all",
      (count(distinct (${cause})) filter (where ${others}))::integer as together, (count(*) filter (where ${others}))::integer as count,
      coalesce(sum(waiting.total_cents) filter (where ${others}), 0)::bigint as "totalCents",
      min(waiting.raised_at) filter (where ${others}) as "oldestAt", (count(*) filter (where ${asked(filter, sought)}))::integer as matching,
      (count(distinct (${cause})) filter (where ${asked(filter, sought)}))::integer as "matchingTogether",
      (count(distinct (${cause})) filter (where waiting.file_by <= ${filter.soon}::date))::integer as "soonTogether"
    from ${everything(organizationId)} where ${within(filter)}
    group by waiting.code, waiting.owner
    order by "totalCents" desc, waiting.code`.execute(tx);
  return rows;
};

/** Of a claim, each day that changed is a row of its own. */
const isDayOfClaim = sql`(waiting.claim_id is not null and waiting.day_charge_id is not null)`;

/**
 * The same by who pays, the most money first; and, whatever else is asked for, what waits in claims and what must be with the
 * payer soon. What waits for two things counts once.
 */
export const sumWaitingByPayer = async (
  { tx, organizationId }: Work,
  filter: Filter,
  sought: SoughtHolds | null,
) => {
  const { soon } = filter;
  const others = asked({ ...filter, payerId: undefined }, sought);
  const { rows } = await sql<{
    payerId: string | null;
    name: string | null;
    count: number;
    totalCents: number;
    claims: number;
    claimCents: number;
    soonCents: number;
    soonFirst: string | null;
  }>`
    select once.payer_id as "payerId", payer.name, (count(*) filter (where once.is_asked))::integer as count,
      coalesce(sum(once.total_cents) filter (where once.is_asked), 0)::bigint as "totalCents",
      (count(*) filter (where once.claim_id is not null))::integer as claims,
      coalesce(sum(once.total_cents) filter (where once.claim_id is not null), 0)::bigint as "claimCents",
      coalesce(sum(once.total_cents) filter (where once.file_by <= ${soon}::date), 0)::bigint as "soonCents",
      (min(once.file_by) filter (where once.file_by <= ${soon}::date))::text as "soonFirst"
    from (select waiting.payer_id, waiting.claim_id, min(waiting.file_by) as file_by, bool_or(${others}) as is_asked, greatest(
        max(waiting.total_cents) filter (where not ${isDayOfClaim}), sum(waiting.total_cents) filter (where ${isDayOfClaim})) as total_cents
      from ${everything(organizationId)} where ${within(filter)}
      group by coalesce(waiting.claim_id, waiting.day_charge_id), waiting.claim_id, waiting.payer_id) once
    left join stepwell.payer payer on payer.organization_id = ${organizationId} and payer.id = once.payer_id
    group by once.payer_id, payer.name
    order by "totalCents" desc, payer.name`.execute(tx);
  return rows;
};

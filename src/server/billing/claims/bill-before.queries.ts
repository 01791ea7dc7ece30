import { sql } from "kysely";
import { isRejected } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { hasDays } from "#server/billing/claims/claim-standing.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Rows of `claim` and `later`: a bill of a stay, or what took its place, and those behind it. */
const billsBehind = (organizationId: string) => sql`stepwell.claim later
  join stepwell.claim on claim.organization_id = ${organizationId} and claim.enrollment_id = later.enrollment_id
    and claim.coverage_id = later.coverage_id and claim.frequency in ('2', '3', '7') and claim.through_date < later.from_date
  where later.organization_id = ${organizationId}`;

/**
 * Whether the payer lacks the bill: it was rejected, and so was whatever was sent in its place and whatever that took the place of.
 * One that was let go or taken back is not missed.
 */
const isMissing = (
  organizationId: string,
) => sql<boolean>`(claim.state = 'exported' and ${isRejected(organizationId)} and (
  with recursive told as (
    select claim.id, claim.replaces_claim_id
    union
    select other.* from told cross join lateral (
      select was.id, was.replaces_claim_id from stepwell.claim was
      where was.organization_id = ${organizationId} and was.id = told.replaces_claim_id
      union all
      select next.id, next.replaces_claim_id from stepwell.claim next
      where next.organization_id = ${organizationId} and next.replaces_claim_id = told.id and next.state <> 'withdrawn') other)
  select bool_or(claim.frequency in ('2', '3')) and bool_or(${hasDays(organizationId)})
    and not bool_or(claim.state = 'exported' and (claim.frequency = '8' or not ${isRejected(organizationId)}))
  from told join stepwell.claim on claim.organization_id = ${organizationId} and claim.id = told.id))`;

/** Of these claims those whose stay has an earlier bill that the payer lacks, with our number of how it was sent last. */
export const rejectedBefore = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (claimIds.length === 0) return new Map();
  const { rows } = await sql<{ claimId: string; control: string }>`
    select later.id as "claimId", (array_agg(claim.control order by claim.through_date, claim.id desc))[1] as control
    from ${billsBehind(organizationId)} and later.id = any(${claimIds}::uuid[]) and ${isMissing(organizationId)}
    group by later.id`.execute(tx);
  return new Map(rows.map(({ claimId, control }) => [claimId, control]));
};

/**
 * Bills behind these that are ready to go although one of these is missing, held until the transaction ends. Those that are held
 * yet are locked as well: whoever lets one go meanwhile is waited for, or sees the rejection.
 */
export const lockReadyBehind = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
) => {
  if (claimIds.length === 0) return [];
  const { rows } = await sql<{ id: string; patientId: string; version: number; state: string }>`
    select behind.id, behind.patient_id as "patientId", behind.version, behind.state
    from stepwell.claim behind
    where behind.organization_id = ${organizationId} and behind.state not in ('exported', 'withdrawn')
      and behind.frequency in ('3', '4') and behind.id in (
        select later.id from ${billsBehind(organizationId)} and claim.id = any(${claimIds}::uuid[]) and ${isMissing(organizationId)})
    order by behind.id
    for update`.execute(tx);
  return rows.filter(({ state }) => state === "ready");
};

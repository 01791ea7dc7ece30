import { sql } from "kysely";
import { isRejected } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { hasDays, next } from "#server/billing/claims/claim-standing.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Rows of `claim` and `later`: a bill of a stay and those behind it. */
const billsBehind = (organizationId: string) => sql`stepwell.claim later
  join stepwell.claim on claim.organization_id = ${organizationId} and claim.enrollment_id = later.enrollment_id
    and claim.coverage_id = later.coverage_id and claim.frequency in ('2', '3') and claim.through_date < later.from_date
  where later.organization_id = ${organizationId}`;

/** Whether the payer lacks the bill: it was rejected, and what says it once more was not sent. One that was let go is not missed. */
const isMissing = (
  organizationId: string,
) => sql<boolean>`(claim.state = 'exported' and ${isRejected(organizationId)}
  and not exists (select from ${next(organizationId)} and next.state = 'exported')
  and (${hasDays(organizationId)} or exists (select from ${next(organizationId)} and next.state <> 'withdrawn')))`;

/** Of these claims those whose stay has an earlier bill that was rejected and not sent again, with our number of it. */
export const rejectedBefore = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (claimIds.length === 0) return new Map();
  const { rows } = await sql<{ claimId: string; control: string }>`
    select later.id as "claimId", min(claim.control) as control
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

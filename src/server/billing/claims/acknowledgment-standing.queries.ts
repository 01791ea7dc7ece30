import { sql } from "kysely";
import { hasDays, next } from "#server/billing/claims/claim-standing.queries.ts";

/**
 * Whether the acknowledgment `said` decides: none of a higher stage speaks of the same file, and of its own stage none was said
 * later, or taken in later where both were said at once. One without a verdict decides nothing.
 */
export const decides = (
  organizationId: string,
) => sql<boolean>`(said.verdict <> 'unknown' and not exists (
  select from stepwell.acknowledgment later
  where later.organization_id = ${organizationId} and later.claim_file_id = said.claim_file_id
    and later.verdict <> 'unknown' and (later.stage, later.said_at, later.id) > (said.stage, said.said_at, said.id)))`;

/** Rows of `one` and `said` that reject claims, by the answer that stands. */
export const rejections = (organizationId: string) => sql`stepwell.claim_acknowledgment one
  join stepwell.acknowledgment said on said.organization_id = ${organizationId} and said.id = one.acknowledgment_id
    and ${decides(organizationId)}
  where one.organization_id = ${organizationId} and one.verdict = 'rejected'`;

/** Whether a claim that was rejected is still to be sent again: nothing took its place, and something of it is left to send. */
export const isToSendAgain = (organizationId: string) => sql<boolean>`(claim.state = 'exported'
  and not exists (select from ${next(organizationId)} and next.state <> 'withdrawn')
  and (claim.frequency = '8' or ${hasDays(organizationId)}))`;

/** Whether its receiver rejected the claim unread: what it says waits for nothing but to be sent again. */
export const isRejected = (organizationId: string) =>
  sql<boolean>`exists (select from ${rejections(organizationId)} and one.claim_id = claim.id)`;

/** When the claim was rejected, where the answer that stands does so. */
export const rejectedAt = (organizationId: string) => sql<string | null>`(
  select said.said_at from ${rejections(organizationId)} and one.claim_id = claim.id)`;

export const rejectedFaults = (organizationId: string) => sql<number>`coalesce((
  select jsonb_array_length(one.faults) from ${rejections(organizationId)} and one.claim_id = claim.id), 0)`;

import { sql } from "kysely";
import type { ClaimCount, ClaimRow } from "#domain/billing/claims/claim.ts";
import {
  decides,
  isRejected,
  isToSendAgain,
  rejections,
} from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { filingDays } from "#server/billing/claims/waiting-sent.queries.ts";
import { hasDays, next, saysOtherwise } from "#server/billing/claims/claim-standing.queries.ts";

/** Whether `next` was rejected unread, and so was whatever said it again: nothing of it is with the payer. */
const isUnread = (organizationId: string) => sql`(
  exists (select from ${rejections(organizationId)} and one.claim_id = next.id)
  and not exists (
    with recursive again as (
      select copy.id from stepwell.claim copy
      where copy.organization_id = ${organizationId} and copy.replaces_claim_id = next.id and copy.state = 'exported'
      union all
      select copy.id from again join stepwell.claim copy
        on copy.organization_id = ${organizationId} and copy.replaces_claim_id = again.id and copy.state = 'exported')
    select from again where not exists (select from ${rejections(organizationId)} and one.claim_id = again.id)))`;

/** What takes the place of a claim, or takes it back; one that was withdrawn does not. */
export const replacedBy = (organizationId: string) => sql<ClaimRow["replacedBy"]>`(
  select jsonb_build_object('id', next.id, 'control', next.control, 'frequency', next.frequency, 'state', next.state,
    'isUnread', ${isUnread(organizationId)})
  from ${next(organizationId)} and next.state <> 'withdrawn')`;

/** Whether the file of a claim left the house. */
const hasLeft = (organizationId: string, claim: "claim" | "next") => sql`exists (
  select from stepwell.claim_file file where file.organization_id = ${organizationId}
    and file.id = ${sql.ref(`${claim}.claim_file_id`)} and file.handed_over_at is not null)`;

/**
 * Whether the payer was told of what takes the place of a claim, or has nothing of the claim by somebody's word. Of a correction
 * or a void that was rejected unread it knows nothing, and what was accepted after all stands.
 */
const isTakenOver = (organizationId: string) => sql`exists (
  select from ${next(organizationId)} and next.state <> 'withdrawn' and case
    when next.frequency in ('7', '8') then ${hasLeft(organizationId, "next")} and not ${isUnread(organizationId)}
    else not exists (select from stepwell.claim_hold hold where hold.organization_id = ${organizationId}
      and hold.claim_id = next.id and hold.code = 'accepted-after-all' and hold.released_at is null) end)`;

/**
 * Where a claim counts, with its whole amount, so that every sum of claims is a sum of rows. A correction that waits counts as
 * ready, or made, beside the claim it will replace: the payer still has that one.
 */
export const countsAs = (organizationId: string) => sql<ClaimCount>`(case
  when claim.state = 'withdrawn' then 'nothing'
  when claim.state = 'ready' and not ${saysOtherwise(organizationId)} then 'ready'
  when claim.state <> 'exported' then 'held'
  when ${isRejected(organizationId)} then case when ${isToSendAgain(organizationId)} then 'rejected' else 'nothing' end
  when claim.frequency = '8' or ${isTakenOver(organizationId)} then 'nothing'
  when not ${hasDays(organizationId)} and not exists (select from ${next(organizationId)} and next.state <> 'withdrawn') then 'nothing'
  when not ${hasLeft(organizationId, "claim")} then 'made'
  when claim.is_test then 'test'
  else 'asked' end)`;

/** Whether the file of the claim was accepted, and the claim with it. */
const isAccepted = (organizationId: string) => sql`(not ${isRejected(organizationId)} and exists (
  select from stepwell.acknowledgment said
  where said.organization_id = ${organizationId} and said.claim_file_id = claim.claim_file_id
    and said.kind <> 'TA1' and said.verdict in ('accepted', 'accepted-with-errors', 'partly-accepted') and ${decides(organizationId)}))`;

/** Until when its payer takes a claim that nobody accepted yet. A correction and a void have days of their own. */
export const fileBy = (organizationId: string) => sql<string | null>`(case
  when claim.frequency in ('7', '8') or claim.state = 'withdrawn' then null
  when exists (select from ${next(organizationId)} and next.state <> 'withdrawn') then null
  when claim.state = 'exported' and (not ${hasDays(organizationId)} or ${isAccepted(organizationId)}) then null
  else claim.through_date + ${filingDays(organizationId, "claim.contract_version_id")} end)`;

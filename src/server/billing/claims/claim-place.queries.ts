import { sql } from "kysely";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import { rejections } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { hasDays, next } from "#server/billing/claims/claim-standing.queries.ts";

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

/**
 * What the payer is asked for by a claim, and still is. A claim counts until what takes its place was sent, and that counts from
 * then on, so that no dollar is asked for twice; a void and what was withdrawn or let go ask for nothing. Of a void that was
 * rejected unread the payer knows nothing: what it was to take back is asked for as before.
 */
export const askedCents = (organizationId: string) => sql<number>`(case
  when claim.state = 'withdrawn' or claim.frequency = '8' then 0
  when claim.state <> 'exported' and exists (select from stepwell.claim was where was.organization_id = ${organizationId}
    and was.id = claim.replaces_claim_id and was.state = 'exported') then 0
  when claim.state <> 'exported' then claim.total_cents
  when exists (select from ${next(organizationId)} and next.state = 'exported'
    and not (next.frequency = '8' and ${isUnread(organizationId)})) then 0
  when exists (select from ${next(organizationId)} and next.state <> 'withdrawn') then claim.total_cents
  when ${hasDays(organizationId)} then claim.total_cents
  else 0 end)`;

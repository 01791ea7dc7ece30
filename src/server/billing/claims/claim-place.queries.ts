import { sql } from "kysely";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import { rejections } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { next } from "#server/billing/claims/claim-standing.queries.ts";

/** Whether `next` was rejected unread and was not sent again. */
const isUnread = (organizationId: string) => sql`(
  exists (select from ${rejections(organizationId)} and one.claim_id = next.id)
  and not exists (select from stepwell.claim again where again.organization_id = ${organizationId}
    and again.replaces_claim_id = next.id and again.state = 'exported'))`;

/** What takes the place of a claim, or takes it back; one that was withdrawn does not. */
export const replacedBy = (organizationId: string) => sql<ClaimRow["replacedBy"]>`(
  select jsonb_build_object('id', next.id, 'control', next.control, 'frequency', next.frequency, 'state', next.state,
    'isUnread', ${isUnread(organizationId)})
  from ${next(organizationId)} and next.state <> 'withdrawn')`;

import { sql } from "kysely";

/** What took or is to take the place of `claim`. */
export const next = (organizationId: string) => sql`stepwell.claim next
  where next.organization_id = ${organizationId} and next.replaces_claim_id = claim.id`;

/** The days of a claim that was sent are its own until they are let go, or go over to what takes its place. */
export const hasDays = (organizationId: string) => sql`exists (
  select from stepwell.day_charge day where day.organization_id = ${organizationId} and day.claim_id = claim.id)`;

/**
 * What the payer is asked for by a claim, and still is. A claim counts until what takes its place was sent, and that counts from
 * then on, so that no dollar is asked for twice; a void and what was withdrawn or let go ask for nothing.
 */
export const askedCents = (organizationId: string) => sql<number>`(case
  when claim.state = 'withdrawn' or claim.frequency = '8' then 0
  when claim.state <> 'exported' and exists (select from stepwell.claim was where was.organization_id = ${organizationId}
    and was.id = claim.replaces_claim_id and was.state = 'exported') then 0
  when claim.state <> 'exported' then claim.total_cents
  when exists (select from ${next(organizationId)} and next.state = 'exported') then 0
  when exists (select from ${next(organizationId)} and next.state <> 'withdrawn') then claim.total_cents
  when ${hasDays(organizationId)} then claim.total_cents
  else 0 end)`;

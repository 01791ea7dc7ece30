import { sql } from "kysely";

/** What took or is to take the place of `claim`. */
export const next = (organizationId: string) => sql`stepwell.claim next
  where next.organization_id = ${organizationId} and next.replaces_claim_id = claim.id`;

/** The days of a claim that was sent are its own until they are let go, or go over to what takes its place. */
export const hasDays = (organizationId: string) => sql`exists (
  select from stepwell.day_charge day where day.organization_id = ${organizationId} and day.claim_id = claim.id)`;

/** Whether one of its days would be billed otherwise now: what was delivered was put right since. What was voided says nothing any more. */
export const saysOtherwise = (organizationId: string) => sql<boolean>`exists (
  select from stepwell.day_charge day
  where day.organization_id = ${organizationId} and day.claim_id = claim.id and day.difference is not null
    and not exists (select from stepwell.claim void where void.organization_id = ${organizationId}
      and void.replaces_claim_id = claim.id and void.frequency = '8' and void.state <> 'withdrawn'))`;

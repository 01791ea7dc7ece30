import { sql } from "kysely";

/** What took or is to take the place of `claim`. */
export const next = (organizationId: string) => sql`stepwell.claim next
  where next.organization_id = ${organizationId} and next.replaces_claim_id = claim.id`;

/** The days of a claim that was sent are its own until they are let go, or go over to what takes its place. */
export const hasDays = (organizationId: string) => sql`exists (
  select from stepwell.day_charge day where day.organization_id = ${organizationId} and day.claim_id = claim.id)`;

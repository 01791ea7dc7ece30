import { sql } from "kysely";
import { claimStates, type ClaimAge } from "#domain/billing/claims/claim.ts";
import { fileBy } from "#server/billing/claims/claim-place.queries.ts";

/** The last day as a text that an index keeps in order: how many days lie before it. */
const lastDay = sql<string>`lpad((claim.through_date - date '1900-01-01')::text, 6, '0')`;

/** How many days ago the last day was, as the four ages that money is watched by. */
export const claimAgeOf = (today: string) => sql<ClaimAge>`(case
  when ${today}::date - claim.through_date <= 30 then '0-30'
  when ${today}::date - claim.through_date <= 60 then '31-60'
  when ${today}::date - claim.through_date <= 90 then '61-90'
  else 'over-90' end)`;

/** What a list of claims is ordered by; each a text, never null. It reads `claim`, `patient` and `payer`. */
export const claimOrder = (organizationId: string) => ({
  days: lastDay,
  person: sql<string>`patient.sort_name`,
  payer: sql<string>`stepwell.folded(payer.name)`,
  total: sql<string>`lpad(claim.total_cents::text, 12, '0')`,
  /** What has no such day comes behind what has. */
  filing: sql<string>`coalesce(${fileBy(organizationId)}::text, '9999-12-31')`,
  /** As a claim goes on, not by the letters of its states. */
  state: sql<string>`lpad(coalesce(array_position(${sql.lit(`{${claimStates.join(",")}}`)}::text[], claim.state), 0)::text, 2, '0')`,
});

import { sql } from "kysely";
import { claimStates } from "#domain/billing/claims/claim.ts";

/** The last day as a text that an index keeps in order: how many days lie before it. */
const lastDay = sql<string>`lpad((claim.through_date - date '1900-01-01')::text, 6, '0')`;

/** What a list of claims is ordered by; each a text, never null. It reads `claim`, `patient` and `payer`. */
export const claimOrder = {
  days: lastDay,
  person: sql<string>`patient.sort_name`,
  payer: sql<string>`stepwell.folded(payer.name)`,
  total: sql<string>`lpad(claim.total_cents::text, 12, '0')`,
  /** As a claim goes on, not by the letters of its states. */
  state: sql<string>`lpad(coalesce(array_position(${sql.lit(`{${claimStates.join(",")}}`)}::text[], claim.state), 0)::text, 2, '0')`,
};

import { sql } from "kysely";
import {
  isRejected,
  isToSendAgain,
  rejections,
} from "#server/billing/claims/acknowledgment-standing.queries.ts";

/** So many days after its last day a contract's payer takes a claim. */
export const filingDays = (organizationId: string, versionId: string) => sql`(
    select (version.terms->>'timelyFilingDays')::integer from stepwell.contract_version version
    where version.organization_id = ${organizationId} and version.id = ${sql.ref(versionId)})`;

/**
 * Claims that were sent and whose patient has another payer behind the one they were sent to. What that one owes is not known
 * yet. What bills no day, a void or a claim that was let go, leaves nothing to owe; nor does what the first never got.
 */
export const secondPayers = (organizationId: string) => sql`
    select 0::bigint,
      claim.id, null, claim.id, claim.control, null, claim.enrollment_id, claim.patient_id, claim.payer_id, claim.from_date,
      claim.through_date, 0::bigint, null::date, 'second-payer-waits',
      jsonb_build_object('payer', claim.snapshot->'otherCoverages'->0->'payer'->>'name'), 'biller', claim.created_at
    from stepwell.claim
    where claim.organization_id = ${organizationId} and claim.has_other_payer and claim.state = 'exported'
      and not ${isRejected(organizationId)}
      and not exists (select from stepwell.claim next where next.organization_id = ${organizationId}
        and next.replaces_claim_id = claim.id and next.state <> 'withdrawn')
      and exists (select from stepwell.day_charge day where day.organization_id = ${organizationId} and day.claim_id = claim.id)`;

/** Claims that their receiver rejected unread: the payer has nothing of them, and the days on which it takes one go on. */
export const rejectedClaims = (organizationId: string) => sql`
    select 0::bigint,
      claim.id, null, claim.id, claim.control, null, claim.enrollment_id, claim.patient_id, claim.payer_id, claim.from_date,
      claim.through_date, claim.total_cents,
      case when claim.frequency not in ('7', '8') then claim.through_date + ${filingDays(organizationId, "claim.contract_version_id")} end,
      'claim-rejected', jsonb_build_object('faults', rejected.faults), 'biller', rejected.said_at
    from (select one.claim_id, jsonb_array_length(one.faults) as faults, said.said_at from ${rejections(organizationId)}) rejected
    join stepwell.claim on claim.organization_id = ${organizationId} and claim.id = rejected.claim_id and ${isToSendAgain(organizationId)}`;

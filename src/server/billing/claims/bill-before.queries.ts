import { sql } from "kysely";
import {
  isToSendAgain,
  rejections,
} from "#server/billing/claims/acknowledgment-standing.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Of these claims those whose stay has an earlier bill that was rejected and not sent again, with our number of it. */
export const rejectedBefore = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (claimIds.length === 0) return new Map();
  const { rows } = await sql<{ claimId: string; control: string }>`
    select later.id as "claimId", min(claim.control) as control
    from stepwell.claim later
    join stepwell.claim on claim.organization_id = ${organizationId} and claim.enrollment_id = later.enrollment_id
      and claim.coverage_id = later.coverage_id and claim.frequency in ('2', '3') and claim.through_date < later.from_date
      and ${isToSendAgain(organizationId)}
    where later.organization_id = ${organizationId} and later.id = any(${claimIds}::uuid[])
      and exists (select from ${rejections(organizationId)} and one.claim_id = claim.id)
    group by later.id`.execute(tx);
  return new Map(rows.map(({ claimId, control }) => [claimId, control]));
};

import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { billEach } from "#server/billing/claims/bill-each.ts";
import { holdClaim, refuseUnchangeable } from "#server/billing/claims/claim-acts.service.ts";
import { selectAlike } from "#server/billing/claims/claim-alike.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Builds a claim anew, and with it the others that wait for the same: what they lack was mended once. */
export const buildAlike = async (
  work: Work,
  { claimId, version, reason }: Parsed<typeof api.buildAlike>,
): Promise<Output<typeof api.buildAlike>> => {
  const claim = await holdClaim(work, { claimId, version });
  refuseUnchangeable(claim);
  const claims = [claim, ...(await selectAlike(work, claimId))];
  const { made, held, left } = await billEach(work, claims, { reason });
  return {
    made,
    held,
    left,
    patientIds: [...new Set(claims.map(({ patientId }) => patientId))],
  };
};

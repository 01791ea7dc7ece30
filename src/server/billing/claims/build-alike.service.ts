import type * as api from "#domain/billing/claims/claim.api.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { billEach } from "#server/billing/claims/bill-each.ts";
import { holdClaim, refuseUnchangeable } from "#server/billing/claims/claim-acts.service.ts";
import { lockTogether, selectAlike } from "#server/billing/claims/claim-alike.queries.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Builds a claim anew, and with it the others that wait for the same: what they lack was mended once. Of these one that is faulty
 * still, as its fault was another's of the same name, stays as it was.
 */
export const buildAlike = async (
  work: Work,
  { claimId, version, reason }: Parsed<typeof api.buildAlike>,
): Promise<Output<typeof api.buildAlike>> => {
  const alike = await selectAlike(work, claimId);
  await lockTogether(work, [claimId, ...alike.map(({ id }) => id)]);
  const claim = await holdClaim(work, { claimId, version });
  refuseUnchangeable(claim);
  const claims = [claim, ...alike];
  const { made, held, left } = await billEach(work, claims, { reason }, (next, { id }) => {
    if (id !== claimId && next.findings.some(({ severity }) => severity === "error"))
      throw conflict("fault-stands");
  });
  return {
    made,
    held,
    left,
    patientIds: [...new Set(claims.map(({ patientId }) => patientId))],
  };
};

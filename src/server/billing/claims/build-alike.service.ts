import type * as api from "#domain/billing/claims/claim.api.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type { Finding } from "#domain/billing/claims/finding.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { billEach } from "#server/billing/claims/bill-each.ts";
import { holdClaim, refuseUnchangeable } from "#server/billing/claims/claim-acts.service.ts";
import { claimRowOf } from "#server/billing/claims/claim-read.ts";
import { lockTogether, selectAlike } from "#server/billing/claims/claim-alike.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Whether a check finds the same again; on which line, or by how many days, may be another. */
const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule &&
  one.loop === other.loop &&
  one.element === other.element &&
  one.severity === other.severity;

/**
 * Builds a claim anew, and with it the others that wait for the same: what they lack was mended once. One that would lack it still
 * stays as it was, and where all would, nothing is done: that something was put right stands in the history of no claim of which it
 * is not true.
 */
export const buildAlike = async (
  work: Work,
  { claimId, version, reason }: Parsed<typeof api.buildAlike>,
): Promise<Output<typeof api.buildAlike>> => {
  const alike = await selectAlike(work, claimId);
  await lockTogether(work, [claimId, ...alike.map(({ id }) => id)]);
  const claim = await holdClaim(work, { claimId, version });
  refuseUnchangeable(claim);
  const { fault } = claimRowOf(claim);
  const claims = [claim, ...alike];
  const done = await billEach(work, claims, { reason }, ({ findings }) => {
    if (fault !== null && findings.some((found) => isSame(found, fault)))
      throw conflict("fault-stands");
  });
  const { made, held, letGo, left, refusals } = done;
  const [refusal] = refusals;
  if (made + letGo === 0 && refusal !== undefined) throw refusal;
  return {
    made,
    held,
    left,
    patientIds: [...new Set(claims.map(({ patientId }) => patientId))],
  };
};

import type * as api from "#domain/billing/claims/acknowledgment.api.ts";
import { notFound, Problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { lockClaimsOfFile, rejectedAlong } from "#server/billing/claims/acknowledgment.queries.ts";
import { correctClaim } from "#server/billing/claims/claim-correction.service.ts";
import { findFile } from "#server/billing/claims/claim-file.queries.ts";
import { attempt } from "#server/platform/savepoint.queries.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Bills the claims of a file once more that were rejected only because another was. What cannot be billed anew, such as a claim
 * one of whose days waits for something by now, stays as it is, and the others go.
 */
export const sendAgain = async (
  work: Work,
  { claimFileId, reason }: Parsed<typeof api.sendAgain>,
): Promise<Output<typeof api.sendAgain>> => {
  if ((await findFile(work, claimFileId)) === undefined) throw notFound();
  // Whoever takes in an answer to this file meanwhile is waited for, or finds what is made here.
  await lockClaimsOfFile(work, claimFileId);
  const claims = await rejectedAlong(work, claimFileId);
  const left: Output<typeof api.sendAgain>["left"] = [];
  let [made, held, letGo] = [0, 0, 0];
  for (const { id: claimId, control, version } of claims) {
    const asked = {
      claimId,
      version,
      reason,
      answer: "rejected" as const,
      payerClaimControl: null,
    };
    const next = await attempt(work, () => correctClaim(work, asked));
    if (next instanceof Problem) left.push({ claimId, control, code: next.code });
    else if (next.id === claimId) letGo += 1;
    else {
      made += 1;
      held += next.state === "ready" ? 0 : 1;
    }
  }
  return {
    made,
    held,
    letGo,
    left,
    patientIds: [...new Set(claims.map(({ patientId }) => patientId))],
  };
};

import type * as api from "#domain/billing/claims/acknowledgment.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { lockClaimsOfFile, rejectedAlong } from "#server/billing/claims/acknowledgment.queries.ts";
import { billEach } from "#server/billing/claims/bill-each.ts";
import { findFile } from "#server/billing/claims/claim-file.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Bills the claims of a file once more that were rejected only because another was. */
export const sendAgain = async (
  work: Work,
  { claimFileId, reason }: Parsed<typeof api.sendAgain>,
): Promise<Output<typeof api.sendAgain>> => {
  if ((await findFile(work, claimFileId)) === undefined) throw notFound();
  // Whoever takes in an answer to this file meanwhile is waited for, or finds what is made here.
  await lockClaimsOfFile(work, claimFileId);
  const claims = await rejectedAlong(work, claimFileId);
  const { refusals: _, ...done } = await billEach(work, claims, { reason, answer: "rejected" });
  return {
    ...done,
    patientIds: [...new Set(claims.map(({ patientId }) => patientId))],
  };
};

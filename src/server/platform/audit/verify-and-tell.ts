import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { verifyTrail, type TrailReport } from "#server/platform/audit/audit-verification.ts";
import type { VerificationLog } from "#server/platform/audit/verification-log.ts";
import type { Work } from "#server/platform/work.ts";

/** Where seals are written down outside of the database, and what verifications came to. */
export interface TrailFiles {
  readonly anchors: AnchorFile | null;
  readonly verifications?: VerificationLog;
}

/** Recomputes the trail, or so many of its newest batches, and writes down what came of it. */
export const verifyAndTell = async (
  work: Pick<Work, "tx" | "organizationId" | "now">,
  { anchors, verifications }: TrailFiles,
  newest?: number,
): Promise<TrailReport> => {
  const report = await verifyTrail(work, anchors, newest);
  await verifications?.append({
    organizationId: work.organizationId,
    at: work.now.toString(),
    isIntact: report.isIntact,
    isWhole: report.isWhole,
    findings: report.findingsInAll,
  });
  return report;
};

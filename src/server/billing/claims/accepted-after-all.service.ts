import type { ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { madeInVain } from "#server/billing/claims/acknowledgment.queries.ts";
import { stopClaims } from "#server/billing/claims/claim.queries.ts";
import { insertHolds } from "#server/billing/claims/hold.queries.ts";
import { holdRow } from "#server/billing/claims/make-claims.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

const code: ClaimHoldCode = "accepted-after-all";

/**
 * Holds claims that were made again of a rejected file and not sent yet, where that file is rejected no more: the payer has the
 * first ones. They are not withdrawn, as what was mended in them may be a correction by now; that, somebody has to say. Answers
 * whose claims.
 */
export const holdMadeInVain = async (work: Work, claimFileId: string): Promise<string[]> => {
  const claims = await madeInVain(work, claimFileId);
  if (claims.length === 0) return [];
  await insertHolds(
    work,
    claims.map((claim) => holdRow(work, claim, { code, values: {} })),
  );
  await stopClaims(
    work,
    claims.map(({ id }) => id),
  );
  await recordChanges(
    work,
    "claim",
    claims.map(({ id, version, state }) => ({
      record: { id, version: version + 1 },
      act: { verb: "hold", changes: changesBetween({ state }, { state: "scrubbed" }) },
    })),
  );
  return claims.map(({ patientId }) => patientId);
};

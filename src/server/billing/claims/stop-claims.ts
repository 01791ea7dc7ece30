import { changesBetween } from "#domain/basics/revision.ts";
import { madeInVain } from "#server/billing/claims/acknowledgment.queries.ts";
import { lockReadyBehind } from "#server/billing/claims/bill-before.queries.ts";
import type { ReadyClaim } from "#server/billing/claims/claim.queries.ts";
import { stopClaims } from "#server/billing/claims/claim.queries.ts";
import type { FoundHold } from "#server/billing/claims/examine-claim.ts";
import { insertHolds } from "#server/billing/claims/hold.queries.ts";
import { holdRow } from "#server/billing/claims/make-claims.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** A claim that was not sent yet, and what keeps it now. */
interface Stopped {
  readonly claim: Pick<ReadyClaim, "id" | "patientId" | "version" | "state">;
  readonly hold: FoundHold;
  readonly reason?: string;
}

/** Claims that were ready, or on their way to it, wait. They are locked. */
export const stopUnsent = async (work: Work, stopped: readonly Stopped[]): Promise<void> => {
  if (stopped.length === 0) return;
  await insertHolds(
    work,
    stopped.map(({ claim, hold }) => holdRow(work, claim, hold)),
  );
  await stopClaims(
    work,
    stopped.map(({ claim }) => claim.id),
  );
  await recordChanges(
    work,
    "claim",
    stopped.map(({ claim: { id, version, state }, reason }) => ({
      record: { id, version: version + 1 },
      act: {
        verb: "hold",
        changes: changesBetween({ state }, { state: "scrubbed" }),
        ...(reason !== undefined && { reason }),
      },
    })),
  );
};

/** Bills of a stay that were let go before the one in front of them was rejected wait for it again. */
export const stopBehindRejected = async (
  work: Work,
  rejectedIds: readonly string[],
): Promise<void> => {
  const hold = { code: "previous-bill-open", values: {} } as const;
  const behind = await lockReadyBehind(work, rejectedIds);
  await stopUnsent(
    work,
    behind.map((claim) => ({ claim, hold })),
  );
};

/**
 * Holds claims that were made again of a rejected file and not sent yet, where that file is rejected no more: the payer has the
 * first ones. They are not withdrawn, as what was mended in them may be a correction by now; that, somebody has to say. Answers
 * whose claims.
 */
export const holdMadeInVain = async (work: Work, claimFileId: string): Promise<string[]> => {
  const claims = await madeInVain(work, claimFileId);
  const hold = { code: "accepted-after-all", values: {} } as const;
  await stopUnsent(
    work,
    claims.map((claim) => ({ claim, hold })),
  );
  return claims.map(({ patientId }) => patientId);
};

import { lockReadyBehind } from "#server/billing/claims/bill-before.queries.ts";
import type { ReadyClaim } from "#server/billing/claims/claim.queries.ts";
import { stopClaims } from "#server/billing/claims/claim.queries.ts";
import type { FoundHold } from "#server/billing/claims/examine-claim.ts";
import { insertHolds } from "#server/billing/claims/hold.queries.ts";
import { holdRow } from "#server/billing/claims/make-claims.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** A claim that was ready, and what keeps it now. */
interface Stopped {
  readonly claim: Pick<ReadyClaim, "id" | "patientId" | "version">;
  readonly hold: FoundHold;
  readonly reason?: string;
}

const changes = { state: { from: "ready", to: "scrubbed" } };

/** Claims that were ready wait again. They are locked. */
export const stopReady = async (work: Work, stopped: readonly Stopped[]): Promise<void> => {
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
    stopped.map(({ claim: { id, version }, reason }) => ({
      record: { id, version: version + 1 },
      act: { verb: "hold", changes, ...(reason !== undefined && { reason }) },
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
  await stopReady(
    work,
    behind.map((claim) => ({ claim, hold })),
  );
};

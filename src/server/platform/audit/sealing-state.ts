import { Temporal } from "temporal-polyfill";
import { selectLastSeal } from "#server/platform/audit/audit-seals.queries.ts";
import {
  countWaitingEvents,
  findOldestWaiting,
} from "#server/platform/audit/audit-verification.queries.ts";
import { timeOfId } from "#server/platform/audit/id-time.ts";
import { hasWaitedTooLong } from "#server/platform/audit/trail-findings.ts";
import type { Work } from "#server/platform/work.ts";

type Scope = Pick<Work, "tx" | "organizationId" | "now">;

export interface WaitingState {
  readonly count: number;
  /** Since when the oldest waits, ISO 8601, UTC; null where none does. */
  readonly since: string | null;
  /** True where the sealer should have come by long ago. */
  readonly isTooLong: boolean;
}

/** The events that wait for the sealer. One that tells of a replayed past has waited only since it was written. */
export const readWaiting = async ({ tx, organizationId, now }: Scope): Promise<WaitingState> => {
  const count = await countWaitingEvents(tx, organizationId);
  const oldest = await findOldestWaiting(tx, organizationId);
  if (oldest === undefined) return { count, since: null, isTooLong: false };
  const said = Temporal.Instant.from(oldest.at);
  const made = timeOfId(oldest.id) ?? said;
  const since = Temporal.Instant.compare(made, said) > 0 ? made : said;
  return { count, since: since.toString(), isTooLong: hasWaitedTooLong(since, now) };
};

/** How far the sealer has come in one organization: for showing, not for proving. */
export const readSealingState = async (scope: Scope) => {
  const last = await selectLastSeal(scope.tx, scope.organizationId);
  return {
    waiting: await readWaiting(scope),
    lastSeal: last?.number ?? 0,
    lastSealedAt: last?.sealedAt ?? null,
  };
};

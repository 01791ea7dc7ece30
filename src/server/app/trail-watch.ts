import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { inTransaction } from "#server/db/transaction.ts";
import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { VerificationLog } from "#server/platform/audit/verification-log.ts";
import { verifyAndTell } from "#server/platform/audit/verify-and-tell.ts";
import type { Clock } from "#server/platform/clock.ts";

interface TrailWatch {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly anchors: AnchorFile;
  readonly verifications: VerificationLog;
}

const hoursBetween = 24;
const minute = 60_000;
/** Not while a start is under way, and then often enough that a restart a day leaves no day out. */
const firstLookMs = 10 * minute;
const lookEveryMs = 60 * minute;

/** Recomputes the trail of every organization of which that was not done for a day. Answers how many it looked at. */
export const verifyWhenDue = async (watch: TrailWatch): Promise<number> => {
  const { pool, clock, anchors, verifications } = watch;
  const now = clock.now();
  const before = now.subtract({ hours: hoursBetween });
  let looked = 0;
  for (const { organizationId } of await knownOrganizations(pool)) {
    const last = await verifications.last(organizationId);
    if (last !== undefined && Temporal.Instant.compare(Temporal.Instant.from(last.at), before) > 0)
      continue;
    await inTransaction(pool, { organizationId, accountId: null }, (tx) =>
      verifyAndTell({ tx, organizationId, now }, { anchors, verifications }),
    );
    looked++;
  }
  return looked;
};

/** Verifies the trails once a day by itself, so that somebody is told who never asks. */
export const startTrailWatch = (
  watch: TrailWatch,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } => {
  let running = Promise.resolve();
  const look = () => {
    running = running.then(() => verifyWhenDue(watch)).then(() => undefined, onError);
  };
  const first = setTimeout(look, firstLookMs).unref();
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(timer);
      return running;
    },
  };
};

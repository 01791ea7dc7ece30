import { overdueBefore } from "#domain/basics/overdue.ts";
import type { DemoProgress } from "#domain/operations/demo-progress.ts";
import type { HealthFacts, JobFacts, SealFacts } from "#domain/operations/health.ts";
import { countUndelivered, readStuck } from "#server/operations/operations.queries.ts";
import { readSealingState } from "#server/platform/audit/sealing-state.ts";
import type { VerificationLog } from "#server/platform/audit/verification-log.ts";
import type { Work } from "#server/platform/work.ts";

/** What is known of the machine and the database of all organizations, asked anew each time. */
export interface Installation {
  read(): Promise<Pick<HealthFacts, "machine" | "database">>;
  readonly verifications: VerificationLog;
  /** How far a demo is that lives on in this organization; null where none does. */
  demo(work: Work): Promise<DemoProgress | null>;
}

/** The errands of one organization. */
export const readJobs = async ({ tx, organizationId, now }: Work): Promise<JobFacts> => ({
  ...(await countUndelivered(tx, organizationId)),
  ...(await readStuck(tx, organizationId, overdueBefore(now).toString())),
});

/** How far the trail of one organization is sealed, and what the last verification came to. */
export const readSeals = async (work: Work, verifications: VerificationLog): Promise<SealFacts> => {
  const { waiting, lastSeal, lastSealedAt } = await readSealingState(work);
  const verified = await verifications.last(work.organizationId);
  return {
    waiting: waiting.count,
    waitingSince: waiting.since,
    isBehind: waiting.isTooLong,
    last: lastSeal,
    lastAt: lastSealedAt,
    verified:
      verified === undefined
        ? null
        : { at: verified.at, isIntact: verified.isIntact, findings: verified.findings },
  };
};

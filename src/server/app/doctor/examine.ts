import type { DatabaseFacts, HealthFacts, JobFacts, SealFacts } from "#domain/operations/health.ts";
import { readMachineFacts } from "#server/app/machine-facts.ts";
import { reachDatabase, type Database } from "#server/app/open-database.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { verificationFileOf } from "#server/app/product.ts";
import { findRunningInstance } from "#server/app/running-instance.ts";
import type { Settings } from "#server/app/settings.ts";
import { readDatabaseFacts } from "#server/db/database-facts.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { readJobs, readSeals } from "#server/operations/health.service.ts";
import { openVerificationLog } from "#server/platform/audit/verification-log.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type pg from "pg";

type OfOrganizations = Pick<HealthFacts, "jobs" | "seals">;

/** What was found, and why the database could not be asked where it could not. */
export interface Examination {
  readonly facts: HealthFacts;
  readonly databaseError: string | undefined;
}

const earliest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
const latest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

const bothJobs = (one: JobFacts, other: JobFacts): JobFacts => ({
  waiting: one.waiting + other.waiting,
  retrying: one.retrying + other.retrying,
  failed: one.failed + other.failed,
  failedSince: earliest(one.failedSince, other.failedSince),
  overdue: one.overdue + other.overdue,
  overdueSince: earliest(one.overdueSince, other.overdueSince),
});

/** Of two verifications the one that says more against the whole: none, then one that found something, then the older. */
const worse = (one: SealFacts["verified"], other: SealFacts["verified"]): SealFacts["verified"] => {
  if (one === null || other === null)
    return one?.isIntact === false ? one : other?.isIntact === false ? other : null;
  if (one.isIntact !== other.isIntact) return one.isIntact ? other : one;
  return one.at < other.at ? one : other;
};

const bothSeals = (one: SealFacts, other: SealFacts): SealFacts => ({
  waiting: one.waiting + other.waiting,
  waitingSince: earliest(one.waitingSince, other.waitingSince),
  isBehind: one.isBehind || other.isBehind,
  last: Math.max(one.last, other.last),
  lastAt: latest(one.lastAt, other.lastAt),
  verified: worse(one.verified, other.verified),
});

/** The errands and seals of all organizations together. */
const ofOrganizations = async (pool: pg.Pool, settings: Settings): Promise<OfOrganizations> => {
  const verifications = openVerificationLog(verificationFileOf(settings));
  const actor = systemActor("Doctor");
  const found: OfOrganizations[] = [];
  for (const { organizationId } of await knownOrganizations(pool))
    found.push(
      await inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
        const work = {
          tx,
          organizationId,
          actor,
          now: systemClock.now(),
          requestId: newId(),
          newId,
        };
        return { jobs: await readJobs(work), seals: await readSeals(work, verifications) };
      }),
    );
  const jobs = found.flatMap((one) => one.jobs ?? []);
  const seals = found.flatMap((one) => one.seals ?? []);
  return {
    jobs: jobs.length === 0 ? null : jobs.reduce(bothJobs),
    seals: seals.length === 0 ? null : seals.reduce(bothSeals),
  };
};

const isUpToDate = ({ migrations }: DatabaseFacts): boolean =>
  migrations.applied > 0 && migrations.waiting.length === 0 && migrations.unknown === null;

const askDatabase = async (settings: Settings, { appUrl }: Pick<Database, "appUrl">) => {
  const pool = openPool({ url: appUrl, most: 1, named: settings.named });
  try {
    const database = await readDatabaseFacts(pool);
    // What another version has written cannot be read by the statements of this one.
    const nothing: OfOrganizations = { jobs: null, seals: null };
    return {
      database,
      ...(isUpToDate(database) ? await ofOrganizations(pool, settings) : nothing),
    };
  } finally {
    await pool.end();
  }
};

/** Looks at the machine, the settings, the database and what runs by itself; says nothing of it yet. */
export const examine = async (settings: Settings): Promise<Examination> => {
  const isRunning = findRunningInstance(settings.dataDir) !== undefined;
  const machine = await readMachineFacts(settings, isRunning);
  const at = systemClock.now().toString();
  try {
    const reached = await reachDatabase(settings);
    try {
      const asked = await askDatabase(settings, reached);
      return { facts: { at, machine, ...asked }, databaseError: undefined };
    } finally {
      await reached.stop();
    }
  } catch (error) {
    const databaseError = error instanceof Error ? error.message : String(error);
    return { facts: { at, machine, database: null, jobs: null, seals: null }, databaseError };
  }
};

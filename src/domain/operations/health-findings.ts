import { finding, minutesSince } from "#domain/operations/finding.ts";
import type { DatabaseFacts, HealthFacts, JobFacts, SealFacts } from "#domain/operations/health.ts";
import { severities, type HealthFinding } from "#domain/operations/health-finding.ts";
import { machineFindings } from "#domain/operations/machine-findings.ts";

/** From here on an installation is told of. What is measured is measured in the same unit. */
export const healthLimits = {
  leastPostgres: 15,
  /** Of the connections PostgreSQL allows. */
  connectionShare: 0.85,
  transactionMinutes: 10,
  /** Rows that were replaced: so many at least, and more than the living ones. */
  deadRows: 100_000,
  daysBetweenVerifications: 8,
} as const;

const serverFindings = (database: DatabaseFacts, now: string): HealthFinding[] => {
  const { version, major, zone, isDurable, connections, longestTransactionSince: since } = database;
  const found: HealthFinding[] = [];
  if (major < healthLimits.leastPostgres)
    found.push(
      finding("database-too-old", "wrong", {
        values: { version, least: healthLimits.leastPostgres },
      }),
    );
  if (!isDurable) found.push(finding("database-not-durable", "urgent"));
  if (zone !== "UTC") found.push(finding("database-other-zone", "wrong", { values: { zone } }));
  for (const problem of database.roleProblems)
    found.push(
      problem === "no-privileges"
        ? finding("database-role-too-weak", "urgent")
        : finding("database-role-too-strong", "urgent", { values: { problem } }),
    );
  if (connections.used > connections.most * healthLimits.connectionShare)
    found.push(finding("connections-scarce", "wrong", { values: { ...connections } }));
  if (since !== null && minutesSince(since, now) >= healthLimits.transactionMinutes)
    found.push(
      finding("transaction-long", "wrong", {
        since,
        values: { minutes: minutesSince(since, now) },
      }),
    );
  const table = database.leastClearedTable;
  if (table !== null && table.deadRows >= healthLimits.deadRows && table.deadRows > table.liveRows)
    found.push(
      finding("vacuum-behind", "note", {
        since: table.vacuumedAt,
        values: { table: table.name, deadRows: table.deadRows },
      }),
    );
  return found.length > 0 ? found : [finding("database-fine", "fine", { values: { version } })];
};

const schemaFinding = ({ migrations }: DatabaseFacts): HealthFinding => {
  const { applied, waiting, unknown, edited } = migrations;
  if (unknown !== null)
    return finding("migration-unknown", "urgent", { values: { name: unknown } });
  if (edited !== null) return finding("migration-edited", "urgent", { values: { name: edited } });
  if (waiting.length > 0)
    return finding("migrations-waiting", "urgent", {
      values: { count: waiting.length, names: waiting.join(", ") },
    });
  return finding("schema-fine", "fine", { values: { count: applied } });
};

const jobFindings = (jobs: JobFacts): HealthFinding[] => {
  const owner = "administrator";
  const found: HealthFinding[] = [];
  if (jobs.failed > 0)
    found.push(
      finding("errands-failed", "wrong", {
        owner,
        since: jobs.failedSince,
        values: { count: jobs.failed },
      }),
    );
  if (jobs.overdue > 0)
    found.push(
      finding("errands-overdue", "wrong", {
        since: jobs.overdueSince,
        values: { count: jobs.overdue },
      }),
    );
  const waiting = jobs.waiting + jobs.retrying;
  return found.length > 0 ? found : [finding("errands-fine", "fine", { values: { waiting } })];
};

/** 45 CFR 164.312(c)(1): that the trail is what was sealed has to be looked at, or nobody notices that it is not. */
const sealFindings = (seals: SealFacts, now: string): HealthFinding[] => {
  const owner = "privacy-officer";
  const { verified } = seals;
  const found: HealthFinding[] = [];
  if (seals.isBehind)
    found.push(
      finding("seals-behind", "wrong", {
        since: seals.waitingSince,
        values: { count: seals.waiting },
      }),
    );
  if (verified?.isIntact === false)
    found.push(
      finding("trail-altered", "urgent", {
        owner,
        since: verified.at,
        values: { count: verified.findings },
      }),
    );
  const longest = healthLimits.daysBetweenVerifications * 24 * 60;
  if (verified === null && seals.last > 0)
    found.push(finding("trail-never-verified", "note", { owner }));
  else if (verified !== null && minutesSince(verified.at, now) > longest)
    found.push(finding("trail-long-unverified", "note", { owner, since: verified.at }));
  return found.length > 0
    ? found
    : [finding("seals-fine", "fine", { values: { count: seals.last } })];
};

/** Sorts after every moment. */
const withoutBeginning = "9999";

/**
 * What was looked at and what it came to, most urgent first, and of the same weight what has been so for longest. The
 * same rules speak on the operator's page and in `stepwell doctor`.
 */
export const healthFindings = (facts: HealthFacts): readonly HealthFinding[] => {
  const { at, machine, database, jobs, seals } = facts;
  const found = [
    ...(database === null
      ? [finding("database-silent", "urgent")]
      : [...serverFindings(database, at), schemaFinding(database)]),
    ...(seals === null ? [] : sealFindings(seals, at)),
    ...(jobs === null ? [] : jobFindings(jobs)),
    ...machineFindings(machine, at),
  ];
  const rank = ({ severity, since }: HealthFinding): string =>
    `${severities.indexOf(severity)} ${since ?? withoutBeginning}`;
  return found.toSorted((one, other) =>
    rank(one) === rank(other) ? 0 : rank(one) < rank(other) ? -1 : 1,
  );
};

/** What needs a hand: neither what is fine nor what could merely be better. */
export const needsHand = ({ severity }: Pick<HealthFinding, "severity">): boolean =>
  severity === "urgent" || severity === "wrong";

import type { DatabaseFacts, HealthFacts, MachineFacts } from "#domain/operations/health.ts";
import type { Installation } from "#server/operations/health.service.ts";
import type { TrailVerification } from "#server/platform/audit/verification-log.ts";

const gigabyte = 1_000_000_000;

/** A machine on which nothing is wrong and nothing could be better. */
export const soundMachine: MachineFacts = {
  product: { version: "1.2.3", isRunning: true, hasScreens: true },
  node: { version: "24.21.0", least: "24.7" },
  disks: [
    {
      holds: "data",
      folder: "/data",
      canBeWritten: true,
      freeBytes: 40 * gigabyte,
      totalBytes: 80 * gigabyte,
    },
    {
      holds: "backups",
      folder: "/backups",
      canBeWritten: true,
      freeBytes: 90 * gigabyte,
      totalBytes: 100 * gigabyte,
    },
  ],
  backups: {
    folder: "/backups",
    everyMinutes: 360,
    keep: 14,
    kept: 9,
    newest: {
      name: "stepwell-20261119T180000Z.backup",
      at: "2026-11-19T18:00:00Z",
      bytes: 48_000_000,
    },
    keyCanBeRead: true,
    failure: null,
    isOnDiskOfData: false,
  },
  settings: {
    database: "own",
    mail: "server",
    host: "127.0.0.1",
    isOwnMachine: true,
    hasPublicUrl: true,
    isDemo: false,
  },
};

export const soundDatabase: DatabaseFacts = {
  version: "18.4",
  major: 18,
  sizeBytes: 48_000_000,
  isDurable: true,
  zone: "UTC",
  connections: { used: 20, most: 100 },
  longestTransactionSince: null,
  leastClearedTable: null,
  roleProblems: [],
  migrations: {
    applied: 18,
    last: "0018-drafts.sql",
    lastAt: "2026-11-19T08:00:00Z",
    waiting: [],
    unknown: null,
    edited: null,
  },
};

/** An installation at the moment of the tests, Thursday evening, on which all is well. */
export const soundFacts: HealthFacts = {
  at: "2026-11-19T20:00:00Z",
  machine: soundMachine,
  database: soundDatabase,
  jobs: { waiting: 2, retrying: 0, failed: 0, failedSince: null, overdue: 0, overdueSince: null },
  seals: {
    waiting: 3,
    waitingSince: "2026-11-19T19:59:50Z",
    isBehind: false,
    last: 812,
    lastAt: "2026-11-19T19:59:45Z",
    verified: { at: "2026-11-19T04:00:00Z", isIntact: true, findings: 0 },
  },
};

/** What the product asks of its machine, for servers of tests: what is said of it can be changed. */
export const testInstallation = (
  said: Pick<HealthFacts, "machine" | "database"> = {
    machine: soundMachine,
    database: soundDatabase,
  },
): Installation => {
  const verifications: TrailVerification[] = [];
  return {
    read: () => Promise.resolve(said),
    demo: () => Promise.resolve(null),
    verifications: {
      append: (verification) => {
        verifications.push(verification);
        return Promise.resolve();
      },
      last: (organizationId) =>
        Promise.resolve(verifications.findLast((one) => one.organizationId === organizationId)),
    },
  };
};

import { describe, expect, it } from "vitest";
import { healthFindings, needsHand } from "#domain/operations/health-findings.ts";
import type { HealthFacts, MachineFacts } from "#domain/operations/health.ts";
import { soundDatabase, soundFacts, soundMachine } from "#test/support/health-records.ts";

const megabyte = 1_000_000;
const { backups } = soundMachine;
if (backups === null) throw new Error("the sound machine makes backups");

const withMachine = (machine: Partial<MachineFacts>): HealthFacts => ({
  ...soundFacts,
  machine: { ...soundMachine, ...machine },
});
const withSettings = (settings: Partial<MachineFacts["settings"]>): HealthFacts =>
  withMachine({ settings: { ...soundMachine.settings, ...settings } });
const withBackups = (more: Partial<typeof backups>): HealthFacts =>
  withMachine({ backups: { ...backups, ...more } });
const withDatabase = (more: Partial<typeof soundDatabase>): HealthFacts => ({
  ...soundFacts,
  database: { ...soundDatabase, ...more },
});
const withMigrations = (more: Partial<typeof soundDatabase.migrations>): HealthFacts =>
  withDatabase({ migrations: { ...soundDatabase.migrations, ...more } });
const withSeals = (more: object): HealthFacts => ({
  ...soundFacts,
  seals: soundFacts.seals && { ...soundFacts.seals, ...more },
});
const withJobs = (more: object): HealthFacts => ({
  ...soundFacts,
  jobs: soundFacts.jobs && { ...soundFacts.jobs, ...more },
});
/** Both disks, the one of `holds` with so many bytes free. */
const withFree = (holds: "data" | "backups", freeBytes: number, more: Partial<MachineFacts> = {}) =>
  withMachine({
    disks: soundMachine.disks.map((disk) => (disk.holds === holds ? { ...disk, freeBytes } : disk)),
    ...more,
  });

const told = (facts: HealthFacts) =>
  healthFindings(facts)
    .filter(({ severity }) => severity !== "fine")
    .map(({ code, severity }) => `${severity} ${code}`);

it("finds nothing on an installation on which all is well, and says what it looked at", () => {
  expect(told(soundFacts)).toEqual([]);
  expect(healthFindings(soundFacts).some(needsHand)).toBe(false);
  expect(healthFindings(soundFacts).map(({ code }) => code)).toEqual([
    "backups-fine",
    "database-fine",
    "schema-fine",
    "seals-fine",
    "errands-fine",
    "node-fine",
    "product-fine",
    "disk-fine",
    "disk-fine",
    "settings-own-database",
    "letters-leave",
  ]);
});

describe("each bad state is told, alone, with its weight", () => {
  it.each<[string, HealthFacts]>([
    ["urgent database-silent", { ...soundFacts, database: null, jobs: null, seals: null }],
    ["wrong database-too-old", withDatabase({ version: "14.9", major: 14 })],
    ["urgent database-not-durable", withDatabase({ isDurable: false })],
    ["wrong database-other-zone", withDatabase({ zone: "America/Denver" })],
    ["urgent database-role-too-strong", withDatabase({ roleProblems: ["superuser"] })],
    ["urgent database-role-too-weak", withDatabase({ roleProblems: ["no-privileges"] })],
    ["wrong connections-scarce", withDatabase({ connections: { used: 86, most: 100 } })],
    ["wrong transaction-long", withDatabase({ longestTransactionSince: "2026-11-19T19:50:00Z" })],
    [
      "note vacuum-behind",
      withDatabase({
        leastClearedTable: {
          name: "stepwell.outbox",
          deadRows: 200_000,
          liveRows: 1000,
          vacuumedAt: null,
        },
      }),
    ],
    ["urgent migrations-waiting", withMigrations({ waiting: ["0019-imports.sql"] })],
    ["urgent migration-unknown", withMigrations({ unknown: "0099-newer.sql" })],
    ["urgent migration-edited", withMigrations({ edited: "0004-outbox.sql" })],
    ["wrong errands-failed", withJobs({ failed: 2, failedSince: "2026-11-18T08:00:00Z" })],
    ["wrong errands-overdue", withJobs({ overdue: 4, overdueSince: "2026-11-19T19:00:00Z" })],
    ["wrong seals-behind", withSeals({ isBehind: true, waitingSince: "2026-11-19T19:00:00Z" })],
    [
      "urgent trail-altered",
      withSeals({ verified: { at: "2026-11-19T04:00:00Z", isIntact: false, findings: 1 } }),
    ],
    ["note trail-never-verified", withSeals({ verified: null })],
    [
      "note trail-long-unverified",
      withSeals({ verified: { at: "2026-11-10T04:00:00Z", isIntact: true, findings: 0 } }),
    ],
    ["note backups-none-own", withMachine({ backups: null })],
    ["urgent backup-key-unreadable", withBackups({ keyCanBeRead: false })],
    ["wrong backup-missing", withBackups({ newest: null, kept: 0 })],
    [
      "urgent backup-late",
      withBackups({ newest: { name: "old", at: "2026-11-19T07:59:00Z", bytes: 48_000_000 } }),
    ],
    [
      "urgent backup-failed",
      withBackups({ failure: { at: "2026-11-19T19:00:00Z", code: "ENOSPC" } }),
    ],
    ["note backups-on-disk-of-data", withBackups({ isOnDiskOfData: true })],
    ["urgent disk-full", withFree("data", 499 * megabyte)],
    ["wrong disk-low", withFree("data", 1999 * megabyte)],
    [
      "wrong disk-short-for-backup",
      withFree("backups", 3000 * megabyte, {
        backups: {
          ...backups,
          newest: { name: "big", at: "2026-11-19T18:00:00Z", bytes: 3001 * megabyte },
        },
      }),
    ],
    [
      "urgent folder-not-writable",
      withMachine({
        disks: soundMachine.disks.map((disk) => ({
          ...disk,
          canBeWritten: disk.holds === "backups",
        })),
      }),
    ],
    ["wrong node-too-old", withMachine({ node: { version: "22.12.0", least: "24.7" } })],
    [
      "note product-not-running",
      withMachine({ product: { ...soundMachine.product, isRunning: false } }),
    ],
    [
      "wrong screens-not-built",
      withMachine({ product: { ...soundMachine.product, hasScreens: false } }),
    ],
    ["note letters-caught", withSettings({ mail: "catcher" })],
    ["wrong links-lead-nowhere", withSettings({ isOwnMachine: false, hasPublicUrl: false })],
    ["urgent demo-on-own-database", withSettings({ isDemo: true })],
  ])("%s", (expected, facts) => {
    expect(told(facts)).toEqual([expected]);
  });

  it("a demo that others reach, and an embedded database of real people without backups", () => {
    const demo = withSettings({ database: "embedded", isDemo: true, isOwnMachine: false });
    expect(told(demo)).toEqual(["urgent demo-reachable", "note settings-embedded-database"]);
    const real = withMachine({
      backups: null,
      settings: { ...soundMachine.settings, database: "embedded" },
    });
    expect(told(real)).toEqual(["urgent backups-none-embedded", "note settings-embedded-database"]);
  });
});

it("a backup is late from twice its time on, and a disk is low below two gigabytes", () => {
  const newest = { name: "n", bytes: 1 };
  expect(told(withBackups({ newest: { ...newest, at: "2026-11-19T08:00:00Z" } }))).toEqual([]);
  expect(told(withFree("data", 2000 * megabyte))).toEqual([]);
});

it("names the most urgent first, then what has been so for longest, and who mends it", () => {
  const facts: HealthFacts = {
    ...withDatabase({ longestTransactionSince: "2026-11-19T19:40:00Z" }),
    jobs: soundFacts.jobs && { ...soundFacts.jobs, failed: 1, failedSince: "2026-11-18T08:00:00Z" },
    seals: soundFacts.seals && {
      ...soundFacts.seals,
      verified: { at: "2026-11-19T04:00:00Z", isIntact: false, findings: 3 },
    },
  };
  expect(healthFindings(facts).filter(needsHand)).toEqual([
    {
      code: "trail-altered",
      severity: "urgent",
      owner: "privacy-officer",
      since: "2026-11-19T04:00:00Z",
      values: { count: 3 },
    },
    {
      code: "errands-failed",
      severity: "wrong",
      owner: "administrator",
      since: "2026-11-18T08:00:00Z",
      values: { count: 1 },
    },
    {
      code: "transaction-long",
      severity: "wrong",
      owner: "operator",
      since: "2026-11-19T19:40:00Z",
      values: { minutes: 20 },
    },
  ]);
});

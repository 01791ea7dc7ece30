import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";

const count = z.int().nonnegative();

/** Where something happens on a disk. */
const diskSchema = z.object({
  holds: z.enum(["data", "backups"]),
  folder: z.string(),
  canBeWritten: z.boolean(),
  /** Null where the system does not tell. */
  freeBytes: count.nullable(),
  totalBytes: count.nullable(),
});
export type DiskFacts = z.output<typeof diskSchema>;

/** Backups that make themselves; null where none do. */
const backupsSchema = z.object({
  folder: z.string(),
  everyMinutes: z.int(),
  /** So many stay. */
  keep: z.int(),
  kept: count,
  /** The newest one. A backup gets its name after it was written and read back whole. */
  newest: z.object({ name: z.string(), at: instantSchema, bytes: count }).nullable(),
  keyCanBeRead: z.boolean(),
  /** The last attempt, where it came to nothing. */
  failure: z.object({ at: instantSchema, code: z.string() }).nullable(),
  isOnDiskOfData: z.boolean(),
});
export type BackupFacts = z.output<typeof backupsSchema>;

/** What the process and its machine know without the database. */
export const machineFactsSchema = z.object({
  product: z.object({
    version: z.string(),
    /** True where it answers requests now. */
    isRunning: z.boolean(),
    hasScreens: z.boolean(),
  }),
  node: z.object({ version: z.string(), least: z.string() }),
  disks: z.array(diskSchema),
  backups: backupsSchema.nullable(),
  settings: z.object({
    database: z.enum(["embedded", "own"]),
    /** `catcher`: letters are kept and shown, none leaves. */
    mail: z.enum(["server", "catcher"]),
    host: z.string(),
    /** True where only this machine reaches it. */
    isOwnMachine: z.boolean(),
    hasPublicUrl: z.boolean(),
    isDemo: z.boolean(),
  }),
});
export type MachineFacts = z.output<typeof machineFactsSchema>;

export const roleProblems = [
  "superuser",
  "bypasses-row-security",
  "owns-tables",
  "no-privileges",
] as const;

/** The database of the whole installation. */
export const databaseFactsSchema = z.object({
  version: z.string(),
  major: z.int(),
  sizeBytes: count,
  /** What was acknowledged survives a power cut. */
  isDurable: z.boolean(),
  zone: z.string(),
  connections: z.object({ used: count, most: count }),
  /** The transaction that is open longest, of the role that serves; null where none is. */
  longestTransactionSince: instantSchema.nullable(),
  /** The table with most rows that were replaced and not cleared away yet; null where nothing was counted. */
  leastClearedTable: z
    .object({
      name: z.string(),
      deadRows: count,
      liveRows: count,
      vacuumedAt: instantSchema.nullable(),
    })
    .nullable(),
  roleProblems: z.array(z.enum(roleProblems)),
  migrations: z.object({
    applied: count,
    last: z.string().nullable(),
    lastAt: instantSchema.nullable(),
    /** Of this version, and not in the database yet. */
    waiting: z.array(z.string()),
    /** In the database, and of no file of this version: a newer version was here. */
    unknown: z.string().nullable(),
    /** Of a file that is another one now than it was when it ran. */
    edited: z.string().nullable(),
  }),
});
export type DatabaseFacts = z.output<typeof databaseFactsSchema>;

/** What runs by itself for one organization, or for all of them together. */
export const jobFactsSchema = z.object({
  waiting: count,
  retrying: count,
  failed: count,
  /** Of those that were given up, when the first was. */
  failedSince: instantSchema.nullable(),
  /** Due for so long that somebody has to look. */
  overdue: count,
  overdueSince: instantSchema.nullable(),
});
export type JobFacts = z.output<typeof jobFactsSchema>;

export const sealFactsSchema = z.object({
  waiting: count,
  waitingSince: instantSchema.nullable(),
  isBehind: z.boolean(),
  /** Number of the last batch; 0 before the first. */
  last: count,
  lastAt: instantSchema.nullable(),
  /** The last time somebody, or the product itself, recomputed the whole trail; null where that never happened. */
  verified: z.object({ at: instantSchema, isIntact: z.boolean(), findings: count }).nullable(),
});
export type SealFacts = z.output<typeof sealFactsSchema>;

/** Everything that health is judged by. `database` and what is read from it are null where it does not answer. */
export const healthFactsSchema = z
  .object({
    at: instantSchema,
    machine: machineFactsSchema,
    database: databaseFactsSchema.nullable(),
    jobs: jobFactsSchema.nullable(),
    seals: sealFactsSchema.nullable(),
  })
  .meta({ id: "HealthFacts" });
export type HealthFacts = z.output<typeof healthFactsSchema>;

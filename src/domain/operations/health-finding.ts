import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";

/** Everything that a look at an installation can come to. `…-fine` are the looks that found nothing. */
export const healthCodes = [
  "database-fine",
  "database-silent",
  "database-too-old",
  "database-not-durable",
  "database-other-zone",
  "database-role-too-strong",
  "database-role-too-weak",
  "connections-scarce",
  "transaction-long",
  "vacuum-behind",
  "schema-fine",
  "migrations-waiting",
  "migration-unknown",
  "migration-edited",
  "errands-fine",
  "errands-failed",
  "errands-overdue",
  "seals-fine",
  "seals-behind",
  "trail-altered",
  "trail-never-verified",
  "trail-long-unverified",
  "backups-fine",
  "backups-none-embedded",
  "backups-none-own",
  "backup-key-unreadable",
  "backup-missing",
  "backup-late",
  "backup-failed",
  "backups-on-disk-of-data",
  "disk-fine",
  "disk-full",
  "disk-low",
  "disk-short-for-backup",
  "folder-not-writable",
  "node-fine",
  "node-too-old",
  "product-fine",
  "product-not-running",
  "screens-not-built",
  "settings-own-database",
  "settings-embedded-database",
  "letters-leave",
  "letters-caught",
  "links-lead-nowhere",
  "demo-reachable",
  "demo-on-own-database",
] as const;
export const healthCodeSchema = z.enum(healthCodes);
export type HealthCode = (typeof healthCodes)[number];

/** `urgent`: data may be lost or nobody can work; `wrong`: must be mended; `note`: works, and could be better; `fine`. */
export const severities = ["urgent", "wrong", "note", "fine"] as const;
export type Severity = (typeof severities)[number];

/** Who mends it: whoever runs the server, an administrator in the product, or the privacy officer. */
export const healthOwners = ["operator", "administrator", "privacy-officer"] as const;
export type HealthOwner = (typeof healthOwners)[number];

/** One thing that was looked at, and what it came to. The sentences are in the catalogues of screen and terminal. */
export const healthFindingSchema = z
  .object({
    code: healthCodeSchema,
    severity: z.enum(severities),
    owner: z.enum(healthOwners),
    /** Since when it is so, where that is known. */
    since: instantSchema.nullable(),
    /** Numbers, names of files and instants that the sentence needs; sizes in bytes, spans in minutes. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "HealthFinding" });
export type HealthFinding = z.output<typeof healthFindingSchema>;

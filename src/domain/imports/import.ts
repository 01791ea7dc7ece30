import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { tableColumnsSchema } from "#domain/imports/table-columns.ts";
import { findingSchema } from "#domain/imports/finding.ts";

export const importKinds = ["fhir", "patients-csv"] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = (typeof importKinds)[number];

/**
 * Receiving files; looking at every entry without changing anybody (rehearsal); looked at; taking person by person; stopped
 * between two people; done. Discarded: what was received and not taken is gone.
 */
export const importStates = [
  "receiving",
  "rehearsing",
  "rehearsed",
  "running",
  "stopped",
  "done",
  "discarded",
] as const;
export const importStateSchema = z.enum(importStates);
export type ImportState = (typeof importStates)[number];

/** What becomes of an entry. `asked`: a person has to say; until then nothing happens to it. */
export const importOutcomes = [
  "taken",
  "merged",
  "unchanged",
  "asked",
  "skipped",
  "refused",
] as const;
export const importOutcomeSchema = z.enum(importOutcomes);
export type ImportOutcome = (typeof importOutcomes)[number];

/**
 * What people say of an import. `source` is the system the files come from: by it the same person is known again. What nobody
 * said is kept most closely (42 CFR 2.12(d)(2): what a Part 2 program disclosed stays protected here).
 */
export const importFacts = z.object({
  kind: importKindSchema,
  source: lineSchema(80),
  label: labelSchema.default("restricted"),
});

export const importFileSchema = z.object({
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** As it was read: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  encoding: z.string(),
  firstEntry: z.int(),
  lastEntry: z.int(),
});
export type ImportFile = z.output<typeof importFileSchema>;

const countsSchema = z.record(importOutcomeSchema, z.int());

export const importSchema = z
  .object({
    id: idSchema,
    kind: importKindSchema,
    state: importStateSchema,
    source: z.string(),
    label: labelSchema,
    files: z.array(importFileSchema),
    columns: tableColumnsSchema.nullable(),
    /** Kinds of resources that are not taken, with how many of each there were. */
    skippedKinds: z.record(z.string(), z.int()),
    entries: z.int(),
    /** Entries looked at in this rehearsal, or taken in this run. */
    done: z.int(),
    /** Of people, and of what belongs to them: how many entries have which outcome. */
    people: countsSchema,
    belongings: countsSchema,
    /** True where entries are left that a run would take. */
    hasMore: z.boolean(),
    createdAt: instantSchema,
    changedAt: instantSchema,
    actorName: z.string(),
    version: z.int(),
  })
  .meta({ id: "Import" });
export type Import = z.output<typeof importSchema>;

export const importRowSchema = importSchema
  .omit({ columns: true, skippedKinds: true, people: true, belongings: true, hasMore: true })
  .meta({ id: "ImportRow" });
export type ImportRow = z.output<typeof importRowSchema>;

export const importEntrySchema = z
  .object({
    number: z.int(),
    resourceType: z.string(),
    /** The name of a person, or what something is. */
    title: z.string().nullable(),
    birthDate: z.string().nullable(),
    /** The entry of the same import this one belongs to. */
    subjectNumber: z.int().nullable(),
    patientId: idSchema.nullable(),
    outcome: importOutcomeSchema.nullable(),
    findings: z.array(findingSchema),
    /** Set once it has been taken, merged or kept; before, the outcome is what would become of it. */
    appliedAt: instantSchema.nullable(),
  })
  .meta({ id: "ImportEntry" });
export type ImportEntry = z.output<typeof importEntrySchema>;

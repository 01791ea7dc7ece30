import { z } from "zod";
import { chartPartSchema } from "#domain/exports/chart-part.ts";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { recipientSchema } from "#domain/privacy/disclosure.ts";
import { disclosurePurposeSchema } from "#domain/privacy/information.ts";

export const exportFormats = ["pdf", "fhir", "both"] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = (typeof exportFormats)[number];

/** What is asked for when one person's chart is handed over. */
export const handoverFacts = z.object({
  format: exportFormatSchema,
  /** `isPatient`: the person themselves, or somebody recorded who stands for them; the name has to be theirs. */
  recipient: recipientSchema,
  /** Whoever hands it over made sure that it is they (45 CFR 164.514(h)). Asked of the person's own record. */
  isIdentityConfirmed: z.boolean().default(false),
  purpose: disclosurePurposeSchema,
  /** In a sentence, for the history: who asked, and how it was made sure that it was they. */
  reason: lineSchema(300),
  parts: z.array(chartPartSchema).max(20),
  /** Attendance, notes and measures of these days; left out, of all. */
  from: optional(civilDateSchema),
  to: optional(civilDateSchema),
});

/**
 * For what a whole organization is taken out. `own-keeping`: the same organization carries its records to another system, and
 * tells nobody (42 CFR 2.12(c)(3); 45 CFR 164.501, "operations"). `successor`: somebody else takes the people over, and each
 * passes the door of disclosures (42 CFR 2.19(a)(1); 45 CFR 164.501(6)(iv)).
 */
export const organizationGrounds = ["own-keeping", "successor"] as const;
export const organizationGroundSchema = z.enum(organizationGrounds);
export type OrganizationGround = (typeof organizationGrounds)[number];

export const organizationExportFacts = z.object({
  ground: organizationGroundSchema,
  /** Whoever takes over; null where the organization keeps it. */
  recipientName: optional(lineSchema(120)),
  reason: lineSchema(300),
});

export const exportStates = [
  "waiting",
  "running",
  "ready",
  "failed",
  "cancelled",
  "removed",
] as const;
export const exportStateSchema = z.enum(exportStates);
export type ExportState = (typeof exportStates)[number];

/** One file of an export. */
export const exportFileSchema = z.object({
  name: z.string(),
  bytes: z.int(),
  /** Rows of a table, resources of FHIR, pages of a print. */
  rows: z.int(),
  sha256: z.string(),
});
export type ExportFile = z.output<typeof exportFileSchema>;

/** An export: asked for by whom, for whom, why, how far it is, and what it holds. */
export const exportRunSchema = z
  .object({
    id: idSchema,
    kind: z.enum(["person", "organization"]),
    patientId: idSchema.nullable(),
    state: exportStateSchema,
    format: exportFormatSchema.nullable(),
    ground: organizationGroundSchema.nullable(),
    recipient: z.string(),
    purpose: disclosurePurposeSchema,
    reason: z.string(),
    parts: z.array(chartPartSchema),
    from: z.string().nullable(),
    to: z.string().nullable(),
    requestedAt: instantSchema,
    requestedBy: z.string(),
    finishedAt: instantSchema.nullable(),
    /** What it holds is removed then; that it was made stays. */
    expiresAt: instantSchema.nullable(),
    done: z.int(),
    total: z.int(),
    /** People who may not be told about to this recipient, and are not in it. */
    heldBack: z.int(),
    /** Why it failed, as a code. */
    problem: z.string().nullable(),
    files: z.array(exportFileSchema),
    label: labelSchema,
    version: z.int(),
  })
  .meta({ id: "ExportRun" });
export type ExportRun = z.output<typeof exportRunSchema>;

/** How long what was exported is kept: long enough to fetch it, short enough that no second copy of the records lies about. */
export const keptDays = 7;

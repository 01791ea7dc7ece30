import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { noteFieldSchema } from "#domain/charting/note-fields.ts";

/** Everything a guard can find in a note. */
export const findingCodes = [
  "name-of-other",
  "initials-of-other",
  "phone-number",
  "alike-in-group",
  "alike-earlier",
  "objective-missing",
  "participation-missing",
  "response-missing",
  "progress-missing",
  "risk-missing",
  "risk-unsaid",
  "sentence-missing",
  "sentence-too-short",
  "minutes-missing",
  "not-there",
  "topic-missing",
  "what-we-did-missing",
  "how-it-went-missing",
] as const;
export const findingCodeSchema = z.enum(findingCodes);
export type FindingCode = (typeof findingCodes)[number];

/** How a finding is mended. The screen offers exactly this. */
export const mends = [
  "say-a-member",
  "say-a-peer",
  "remove-number",
  "say-what-is-theirs",
  "choose-objective",
  "choose",
  "write",
  "record-attendance",
  "leave-out",
] as const;
export const mendSchema = z.enum(mends);
export type Mend = (typeof mends)[number];

/** Where a finding stands: characters `start` to `end` (exclusive) of a field; both 0 where the whole field is meant. */
export const findingSchema = z.object({
  code: findingCodeSchema,
  where: z.object({
    /** Null for the shared part. */
    patientId: idSchema.nullable(),
    field: z.union([noteFieldSchema, z.literal("attendance")]),
    start: z.int(),
    end: z.int(),
  }),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  mend: mendSchema,
  /** `hold`: not signed before it is mended. `warn`: the signer may look at it and let it stand. */
  weight: z.enum(["hold", "warn"]),
});
export type Finding = z.output<typeof findingSchema>;

/** That the signer has seen a finding and lets it stand: which kind, where, and the words it was about. */
export const acknowledgementSchema = z.object({
  code: findingCodeSchema,
  patientId: idSchema.nullable(),
  field: findingSchema.shape.where.shape.field,
  text: z.string().max(4000),
});
export type Acknowledgement = z.output<typeof acknowledgementSchema>;

/** The acknowledgement that lets this finding stand: it is about these very words, so another text is asked about anew. */
export const acknowledgementOf = (finding: Finding, text: string): Acknowledgement => ({
  code: finding.code,
  patientId: finding.where.patientId,
  field: finding.where.field,
  text: text.slice(finding.where.start, finding.where.end).toLowerCase(),
});

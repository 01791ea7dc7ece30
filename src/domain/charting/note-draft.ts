import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import {
  memberFields,
  noteFieldSchema,
  noteLimits,
  participationSchema,
  progressSchema,
  responseSchema,
  riskSchema,
  sharedFields,
  type NoteField,
} from "#domain/charting/note-fields.ts";
import { optionalNoteTextSchema } from "#domain/charting/note-text.ts";

/** What one field of a draft holds: a text, a choice, several words, or nothing. */
export const draftValueSchema = z.union([z.string(), z.array(z.string()), z.null()]);
export type DraftValue = z.output<typeof draftValueSchema>;

/** What somebody else wrote into a field that had changed under them: kept, and shown beside, until somebody settles it. */
export const besideSchema = z.object({
  id: idSchema,
  value: draftValueSchema,
  by: z.string(),
  at: instantSchema,
});

export const draftFieldSchema = z.object({
  value: draftValueSchema,
  /** Grows by one with every patch that was taken; 0 is a field nobody has written. */
  revision: z.int(),
  by: z.string(),
  at: instantSchema,
  beside: z.array(besideSchema),
});
export type DraftField = z.output<typeof draftFieldSchema>;

const sharedKeys = z.enum(sharedFields);
const memberKeys = z.enum(memberFields);

/** The shared part of a session's note while it is being written. `revision` grows with every patch of any field. */
export const sharedDraftSchema = z.object({
  revision: z.int(),
  fields: z.partialRecord(sharedKeys, draftFieldSchema),
});
export type SharedDraft = z.output<typeof sharedDraftSchema>;

/** One person's part while it is being written. */
export const memberDraftSchema = z.object({
  revision: z.int(),
  fields: z.partialRecord(memberKeys, draftFieldSchema),
});
export type MemberDraft = z.output<typeof memberDraftSchema>;

/** One change of one field. `id` is the device's own, so that sending it twice changes once. */
export const draftPatchSchema = z.object({
  id: idSchema,
  /** Null for the shared part. */
  patientId: idSchema.nullable(),
  field: noteFieldSchema,
  value: draftValueSchema,
  /** The revision of the field that the writer saw; 0 where they saw nothing. */
  baseRevision: z.int().min(0),
  /**
   * The patch of the same device that this one goes on from; null for a device that tells of it and has none. What it goes on
   * from is then said by this one, whether or not it has arrived; words of another device are never taken for it.
   */
  follows: idSchema.nullable().optional(),
  /** Other people's words that this patch has taken up or set aside. */
  settles: z.array(idSchema).max(20).optional(),
});
export type DraftPatch = z.output<typeof draftPatchSchema>;

/** What a field of a draft may hold. A draft may be empty and unfinished, but never nonsense. */
const valueSchemas: Readonly<Record<NoteField, z.ZodType<DraftValue>>> = {
  topic: optionalNoteTextSchema(noteLimits.topic),
  curriculum: optionalNoteTextSchema(noteLimits.curriculum),
  interventions: z
    .array(z.string().trim().min(1).max(noteLimits.intervention))
    .max(noteLimits.interventions),
  whatWeDid: optionalNoteTextSchema(noteLimits.whatWeDid),
  howItWent: optionalNoteTextSchema(noteLimits.howItWent),
  nextTime: optionalNoteTextSchema(noteLimits.nextTime),
  objectiveId: idSchema.nullable(),
  participation: participationSchema.nullable(),
  response: responseSchema.nullable(),
  progress: progressSchema.nullable(),
  risk: riskSchema.nullable(),
  nextStep: optionalNoteTextSchema(noteLimits.nextStep),
  sentence: optionalNoteTextSchema(noteLimits.sentence),
};

/** The value as a field of this name keeps it, or undefined where it can hold no such thing. */
export const draftValueOf = (field: NoteField, value: DraftValue): DraftValue | undefined => {
  const parsed = valueSchemas[field].safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import {
  noteLimits,
  participationSchema,
  progressSchema,
  responseSchema,
  riskSchema,
} from "#domain/charting/note-fields.ts";
import { noteTextSchema, optionalNoteTextSchema } from "#domain/charting/note-text.ts";

/** The shared part as it is signed: nobody is named in it. */
export const sharedPartSchema = z.object({
  topic: noteTextSchema(noteLimits.topic),
  curriculum: optionalNoteTextSchema(noteLimits.curriculum),
  interventions: z
    .array(z.string().trim().min(1).max(noteLimits.intervention))
    .max(noteLimits.interventions),
  whatWeDid: noteTextSchema(noteLimits.whatWeDid),
  howItWent: noteTextSchema(noteLimits.howItWent),
  nextTime: optionalNoteTextSchema(noteLimits.nextTime),
});
export type SharedPart = z.output<typeof sharedPartSchema>;

/** One person's part as it is signed. */
export const memberPartSchema = z.object({
  objectiveId: idSchema,
  participation: participationSchema,
  response: responseSchema,
  progress: progressSchema,
  risk: riskSchema,
  nextStep: optionalNoteTextSchema(noteLimits.nextStep),
  sentence: noteTextSchema(noteLimits.sentence),
});
export type MemberPart = z.output<typeof memberPartSchema>;

/**
 * Where a signed note stands. `superseded` and `retracted` notes are kept and shown as what they are;
 * `waiting` and `returned` ones are not yet the record that a payer may rely on.
 */
export const noteStates = [
  "signed",
  "waiting",
  "returned",
  "cosigned",
  "superseded",
  "retracted",
] as const;
export const noteStateSchema = z.enum(noteStates);
export type NoteState = (typeof noteStates)[number];

export const noteActKinds = ["cosign", "return", "addendum", "retract"] as const;
export const noteActKindSchema = z.enum(noteActKinds);
export type NoteActKind = (typeof noteActKinds)[number];

/** What happened to a note after it was signed. */
export const noteActSchema = z
  .object({
    id: idSchema,
    kind: noteActKindSchema,
    words: z.string().nullable(),
    at: instantSchema,
    by: z.string(),
    contentHash: z.string(),
  })
  .meta({ id: "NoteAct" });

/** What a list needs of a note. */
export const noteRowSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    patientName: z.string(),
    sessionId: idSchema,
    sessionName: z.string(),
    zone: z.string(),
    serviceDate: z.iso.date(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    creditedMinutes: z.int(),
    sentence: z.string(),
    progress: progressSchema,
    risk: riskSchema,
    objectiveNumber: z.string(),
    authorName: z.string(),
    signedAt: instantSchema,
    state: noteStateSchema,
    label: labelSchema,
  })
  .meta({ id: "NoteRow" });
export type NoteRow = z.output<typeof noteRowSchema>;

/** The signature as it is read: who, when by the server's clock, over which content. */
const signatureSchema = z.object({
  authorName: z.string(),
  authorStaffId: idSchema.nullable(),
  signedAt: instantSchema,
  contentHash: z.string(),
  /** Whether the content still has the hash that was signed. */
  isIntact: z.boolean(),
});

/** A note and the corrections that stand before or after it. */
const noteVersionSchema = z.object({
  id: idSchema,
  signedAt: instantSchema,
  authorName: z.string(),
  correctionReason: z.string().nullable(),
});

/** Somebody outside who was told what a note says, as the accounting of disclosures names them. */
const toldSchema = z.object({ id: idSchema, at: instantSchema, recipient: z.string() });
export type Told = z.output<typeof toldSchema>;

/** One person's signed note with everything that was said of it. */
export const memberNoteSchema = z
  .object({
    ...noteRowSchema.shape,
    enrollmentId: idSchema,
    attendanceId: idSchema,
    /** What the attendance credits by now; another figure than the note's where it was put right since. */
    attendedMinutes: z.int(),
    patientBirthDate: z.iso.date(),
    mrn: z.string(),
    siteName: z.string(),
    part: memberPartSchema,
    objectiveStatement: z.string(),
    shared: z
      .object({
        ...sharedPartSchema.shape,
        id: idSchema,
        attendedCount: z.int(),
        contentHash: z.string(),
        isIntact: z.boolean(),
      })
      .nullable(),
    facilitators: z.array(z.string()),
    /** What the signer looked at and let stand, by code. */
    acknowledged: z.array(z.string()),
    signature: signatureSchema,
    needsCosignature: z.boolean(),
    supervisor: z.object({ id: idSchema, name: z.string() }).nullable(),
    correctsId: idSchema.nullable(),
    correctionReason: z.string().nullable(),
    correctedById: idSchema.nullable(),
    acts: z.array(noteActSchema),
    /** Who has it as it no longer stands, or would have it if it were put right now; empty for whoever puts no such note right. */
    toldTo: z.array(toldSchema),
    /** This note and those it replaced or that replaced it, oldest first. */
    versions: z.array(noteVersionSchema),
    may: z.object({
      addend: z.boolean(),
      correct: z.boolean(),
      retract: z.boolean(),
      cosign: z.boolean(),
      return: z.boolean(),
    }),
  })
  .meta({ id: "MemberNote" });
export type MemberNote = z.output<typeof memberNoteSchema>;

/**
 * Where a note stands, from what happened to it. A retraction outweighs everything, then a correction that replaced it;
 * after that the last word between author and supervisor counts.
 */
export const noteStateOf = (note: {
  readonly needsCosignature: boolean;
  readonly isCorrected: boolean;
  readonly acts: readonly NoteActKind[];
}): NoteState => {
  if (note.acts.includes("retract")) return "retracted";
  if (note.isCorrected) return "superseded";
  if (note.acts.includes("cosign")) return "cosigned";
  if (!note.needsCosignature) return "signed";
  return note.acts.includes("return") ? "returned" : "waiting";
};

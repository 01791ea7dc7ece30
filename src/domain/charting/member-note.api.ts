import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { acknowledgementSchema } from "#domain/charting/guard-finding.ts";
import {
  memberNoteSchema,
  memberPartSchema,
  noteRowSchema,
  sharedPartSchema,
} from "#domain/charting/member-note.ts";
import { noteTextSchema, optionalNoteTextSchema } from "#domain/charting/note-text.ts";
import { route } from "#domain/contract/route.ts";

const noteId = idSchema;
const treatment = { purpose: "treatment" } as const;
const ofOutput = {
  subjects: (_: unknown, note: { patientId: string }) => [note.patientId],
  record: (input: { noteId: string }) => ({ kind: "note", id: input.noteId }),
};
const signing = { permission: "notes:sign", ...treatment, confirmation: true } as const;
const cosigning = { permission: "notes:cosign", ...treatment, confirmation: true } as const;
const words = noteTextSchema(4000);

export const listNotes = route({
  method: "GET",
  path: "/patients/{patientId}/notes",
  summary: "The signed notes of one person, newest first",
  permission: "notes:read",
  ...treatment,
  audit: {
    verb: "note.list",
    subjects: ({ patientId }) => [patientId],
    record: ({ patientId }) => ({ kind: "patient", id: patientId }),
  },
  input: z.object({ patientId: idSchema, ...pageInput }),
  output: pageOf(noteRowSchema),
});

export const readNote = route({
  method: "GET",
  path: "/notes/{noteId}",
  summary: "One signed note with its signature, amendments and history",
  permission: "notes:read",
  ...treatment,
  audit: { verb: "note.read", ...ofOutput },
  input: z.object({ noteId }),
  output: memberNoteSchema,
});

export const addAddendum = route({
  method: "POST",
  path: "/notes/{noteId}/addenda",
  summary: "Add to a signed note; what was signed stays as it is",
  ...signing,
  audit: { verb: "note.addend", ...ofOutput },
  input: z.object({ noteId, words }),
  output: memberNoteSchema,
  errors: { "note-superseded": 409, "note-retracted": 409 },
  status: 201,
});

export const correctNote = route({
  method: "POST",
  path: "/notes/{noteId}/correction",
  summary: "Sign a corrected note in the place of another; the other is kept",
  ...signing,
  audit: {
    verb: "note.correct",
    subjects: ofOutput.subjects,
    record: ({ noteId: id }) => ({ kind: "note", id }),
  },
  input: z.object({
    noteId,
    part: memberPartSchema,
    reason: noteTextSchema(500),
    acknowledged: z.array(acknowledgementSchema).max(50).default([]),
  }),
  output: memberNoteSchema,
  errors: {
    "note-superseded": 409,
    "note-retracted": 409,
    "findings-stand": 409,
    "not-the-author": 403,
    "nothing-corrected": 409,
    "no-supervisor": 409,
    "not-staff": 409,
  },
  status: 201,
});

export const retractNote = route({
  method: "POST",
  path: "/notes/{noteId}/retraction",
  summary: "Retract a note written in error; it is kept with the reason",
  ...signing,
  audit: { verb: "note.retract", ...ofOutput },
  input: z.object({ noteId, reason: noteTextSchema(500) }),
  output: memberNoteSchema,
  errors: { "note-superseded": 409, "note-retracted": 409, "not-the-author": 403 },
});

export const cosignNote = route({
  method: "POST",
  path: "/notes/{noteId}/cosignature",
  summary: "Cosign the note of somebody one supervises",
  ...cosigning,
  audit: { verb: "note.cosign", ...ofOutput },
  input: z.object({ noteId, words: optionalNoteTextSchema(4000) }),
  output: memberNoteSchema,
  errors: {
    "not-the-supervisor": 403,
    "no-cosignature-needed": 409,
    "already-cosigned": 409,
    "note-superseded": 409,
    "note-retracted": 409,
  },
});

export const returnNote = route({
  method: "POST",
  path: "/notes/{noteId}/return",
  summary: "Return a note to its author with comments",
  permission: "notes:cosign",
  ...treatment,
  audit: { verb: "note.return", ...ofOutput },
  input: z.object({ noteId, words }),
  output: memberNoteSchema,
  errors: {
    "not-the-supervisor": 403,
    "no-cosignature-needed": 409,
    "already-cosigned": 409,
    "already-returned": 409,
    "note-superseded": 409,
    "note-retracted": 409,
  },
});

/** A note that waits between its author and the supervisor. */
export const cosignatureRowSchema = z
  .object({
    ...noteRowSchema.shape,
    participation: memberPartSchema.shape.participation,
    response: memberPartSchema.shape.response,
    nextStep: z.string().nullable(),
    objectiveStatement: z.string(),
    /** What was signed of the whole group: a cosignature is under this, too. */
    shared: z.object({ ...sharedPartSchema.shape, id: idSchema }).nullable(),
    supervisorName: z.string().nullable(),
    /** The supervisor's comment on a note that was returned, and on what came in its place. */
    comment: z.string().nullable(),
    /** Why it was put right; null of a note that replaced none. */
    correctionReason: z.string().nullable(),
    returnedAt: instantSchema.nullable(),
    /** The reader is the one it waits for: the supervisor of a waiting note, the author of a returned one. */
    isMine: z.boolean(),
  })
  .meta({ id: "CosignatureRow" });

export const listCosignatures = route({
  method: "GET",
  path: "/cosignatures",
  summary: "Notes that wait for a supervisor, and those returned to their author",
  permission: "notes:read",
  ...treatment,
  audit: {
    verb: "note.queue",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({
    ...pageInput,
    /**
     * `mine`: what waits for the reader, as supervisor or as author; `returned`: what the reader supervises and waits for its author;
     * `all`: everybody's.
     */
    whose: z.enum(["mine", "returned", "all"]).default("mine"),
  }),
  output: pageOf(cosignatureRowSchema),
});

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { acknowledgementSchema } from "#domain/charting/guard-finding.ts";
import {
  memberPartSchema,
  noteStateSchema,
  sharedPartSchema,
} from "#domain/charting/member-note.ts";
import { sessionRoomSchema } from "#domain/charting/session-room.ts";
import { route } from "#domain/contract/route.ts";

const sessionId = idSchema;
const treatment = { purpose: "treatment" } as const;
const ofSession = (input: { sessionId: string }) => ({ kind: "session", id: input.sessionId });

export const readSessionRoom = route({
  method: "GET",
  path: "/sessions/{sessionId}/room",
  summary: "The session room: who is here, what is written, what was written before",
  permission: "notes:read",
  ...treatment,
  audit: {
    verb: "session.enter-room",
    subjects: (_, { rows }) => rows.map((row) => row.patientId),
    record: ofSession,
  },
  input: z.object({ sessionId }),
  output: sessionRoomSchema,
});

/** One row as it stands on the signer's screen. */
const signedRowSchema = z.object({
  patientId: idSchema,
  ...memberPartSchema.shape,
  /** The attendance the signer saw, and the draft revision of the row (0 without one). */
  attendanceVersion: z.int().min(1),
  revision: z.int().min(0),
});

export const signSession = route({
  method: "POST",
  path: "/sessions/{sessionId}/signature",
  summary: "Sign the notes of a session exactly as they are on the screen",
  permission: "notes:sign",
  ...treatment,
  confirmation: true,
  audit: {
    verb: "note.sign",
    subjects: ({ rows }) => rows.map((row) => row.patientId),
    record: ofSession,
    details: ({ rows, acknowledged }) => ({
      notes: rows.length,
      acknowledged: acknowledged.length,
    }),
  },
  input: z.object({
    sessionId,
    /** Null where the shared part is signed already, and in a session of one person. */
    shared: z.object({ fields: sharedPartSchema, revision: z.int().min(0) }).nullable(),
    rows: z.array(signedRowSchema).min(1).max(100),
    /** Findings of weight `warn` that the signer looked at and lets stand. */
    acknowledged: z.array(acknowledgementSchema).max(500).default([]),
  }),
  output: z.object({
    sessionNoteId: idSchema.nullable(),
    signedAt: instantSchema,
    authorName: z.string(),
    notes: z.array(
      z.object({
        id: idSchema,
        patientId: idSchema,
        state: noteStateSchema,
        contentHash: z.string(),
      }),
    ),
  }),
  /**
   * Refusals that concern rows name them in `fields`, as `rows.<patientId>.<field>`; findings that stand as
   * `rows.<patientId>.<field>.<n>` or `shared.<field>.<n>` with the finding's code, place and mend.
   */
  errors: {
    "findings-stand": 409,
    "attendance-changed": 409,
    "draft-changed": 409,
    "already-signed": 409,
    "objective-not-open": 409,
    "not-on-roster": 409,
    "session-not-over": 409,
    "session-cancelled": 409,
    "shared-missing": 409,
    "no-supervisor": 409,
    "not-staff": 409,
  },
  status: 201,
});

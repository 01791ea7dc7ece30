import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { besideSchema, draftFieldSchema, draftPatchSchema } from "#domain/charting/note-draft.ts";
import { noteFieldSchema } from "#domain/charting/note-fields.ts";
import { route } from "#domain/contract/route.ts";

const place = { patientId: idSchema.nullable(), field: noteFieldSchema };

export const patchNoteDraft = route({
  method: "PATCH",
  path: "/sessions/{sessionId}/note-draft",
  summary: "Save fields of a session's note as they are written",
  permission: "notes:write",
  purpose: "treatment",
  audit: {
    verb: "note-draft.write",
    subjects: ({ patches }) => [
      ...new Set(patches.flatMap(({ patientId }) => (patientId === null ? [] : [patientId]))),
    ],
    record: ({ sessionId }) => ({ kind: "session", id: sessionId }),
  },
  input: z.object({ sessionId: idSchema, patches: z.array(draftPatchSchema).min(1).max(500) }),
  output: z.object({
    /** Every field the patches spoke of, as it is now. */
    fields: z.array(z.object({ ...place, draft: draftFieldSchema })),
    /** The revision of each part that was written to. */
    revisions: z.array(z.object({ patientId: idSchema.nullable(), revision: z.int() })),
    /** Patches that came too late to be taken: kept, and shown beside the field. */
    beside: z.array(z.object({ ...place, patchId: idSchema, beside: besideSchema })),
  }),
  errors: { "already-signed": 409, "not-on-roster": 409, "session-cancelled": 409 },
});

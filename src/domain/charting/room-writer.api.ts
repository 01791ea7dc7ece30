import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";

/** Where in a room somebody writes: the row of a patient, or the shared note. */
export const roomPlaceSchema = z.union([z.literal("shared"), idSchema]);
export type RoomPlace = z.output<typeof roomPlaceSchema>;

export const meetRoomWriters = route({
  method: "POST",
  path: "/sessions/{sessionId}/writers",
  summary:
    "Say where one writes in a session room, or that one only looks, and hear who else has a row or the shared note open",
  permission: "notes:read",
  purpose: "treatment",
  fleeting: true,
  audit: {
    verb: "room-writer.meet",
    subjects: "none",
    record: ({ sessionId }) => ({ kind: "session", id: sessionId }),
  },
  input: z.object({
    sessionId: idSchema,
    /** Where the caller writes: holds for some seconds, and is said again while it is so. Left out where they only look. */
    at: roomPlaceSchema.optional(),
  }),
  output: z.object({ rows: z.array(z.object({ name: z.string(), at: roomPlaceSchema })) }),
});

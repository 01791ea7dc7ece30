import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { noteFieldSchema } from "#domain/charting/note-fields.ts";
import { route } from "#domain/contract/route.ts";
import { newAttendanceEventSchema } from "#domain/scheduling/attendance-event.ts";

/** Whom it is about, each once. */
export const peopleOf = (input: {
  readonly events: readonly { readonly patientId: string | null }[];
  readonly words: readonly { readonly patientId: string | null }[];
}): string[] => [
  ...new Set([...input.events, ...input.words].flatMap(({ patientId }) => patientId ?? [])),
];

export const setAside = route({
  method: "POST",
  path: "/sessions/{sessionId}/set-aside",
  summary:
    "Say that somebody looked at what a device recorded without a network and the session could not take, and set it aside",
  permission: "attendance:record",
  purpose: "treatment",
  audit: {
    verb: "session.set-aside",
    subjects: peopleOf,
    record: ({ sessionId }) => ({ kind: "session", id: sessionId }),
    details: ({ because, device, events, words }) => ({
      because,
      device,
      events: events.length,
      words: words.length,
    }),
  },
  input: z.object({
    sessionId: idSchema,
    /** The refusal's code. */
    because: z.string().regex(/^[a-z-]{1,60}$/),
    device: z.string().trim().min(1).max(40),
    events: z.array(newAttendanceEventSchema).max(500),
    /** Where words were written; the words themselves are nobody's but their writer's. */
    words: z.array(z.object({ patientId: idSchema.nullable(), field: noteFieldSchema })).max(500),
  }),
  output: z.object({}),
});

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";

/** So many days back is looked for notes that the attendance overtook: a bill may still change for longer than a note is late. */
export const overtakenDays = 120;

/** A note that stands and says other minutes than the attendance, which was put right since. */
export const overtakenNoteSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    patientName: z.string(),
    sessionName: z.string(),
    serviceDate: z.iso.date(),
    /** Credited minutes that were signed. */
    creditedMinutes: z.int(),
    /** What the attendance credits by now. */
    attendedMinutes: z.int(),
  })
  .meta({ id: "OvertakenNote" });
export type OvertakenNote = z.output<typeof overtakenNoteSchema>;

export const listOvertakenNotes = route({
  method: "GET",
  path: "/overtaken-notes",
  summary:
    "Notes of the reader, in sessions they led, whose attendance was put right after they signed, the oldest first",
  permission: "notes:read",
  purpose: "treatment",
  audit: {
    verb: "note.overtaken",
    subjects: (_, { rows }) => [...new Set(rows.map(({ patientId }) => patientId))],
  },
  input: z.object({}),
  output: z.object({ rows: z.array(overtakenNoteSchema) }),
});

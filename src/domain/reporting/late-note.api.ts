import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { lateNoteSchema } from "#domain/reporting/late-note.ts";

export const listLateNotes = route({
  method: "GET",
  path: "/late-notes",
  summary:
    "Sessions whose notes are not all signed or for which nobody was entered, the oldest first",
  permission: "notes:read",
  purpose: "operations",
  audit: { verb: "report.late-notes", subjects: "none" },
  input: z.object({ whose: z.enum(["mine", "all"]).default("mine"), siteId: idSchema.optional() }),
  output: z.object({ rows: z.array(lateNoteSchema), lateCount: z.int() }),
});

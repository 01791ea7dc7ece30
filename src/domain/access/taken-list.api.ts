import { z } from "zod";
import { mostTakenRows, takeableLists } from "#domain/access/taken-list.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";

/**
 * Said before a list that was read is made into a file on somebody's device: the trail knows who took which list out
 * and whom it names (45 CFR 164.312(b)). Refused to whoever may not see the list; then no file is made.
 */
export const takeList = route({
  method: "POST",
  path: "/taken-lists",
  summary: "Say that a list leaves as a file; its rows were read by the routes of the list",
  permission: "signed-in",
  purpose: "operations",
  audit: {
    verb: "list.take-out",
    subjects: (_, taken) => taken.patientIds,
    details: ({ list, rows, isNarrowed }) => ({ list, rows, isNarrowed }),
  },
  input: z.object({
    list: z.enum(takeableLists),
    rows: z.int().min(0).max(mostTakenRows),
    /** Whether something was searched for or filtered. */
    isNarrowed: z.boolean(),
    /** Whom the rows name. */
    patientIds: z.array(idSchema).max(mostTakenRows),
  }),
  /** Those of them who are patients here. */
  output: z.object({ patientIds: z.array(idSchema) }),
});

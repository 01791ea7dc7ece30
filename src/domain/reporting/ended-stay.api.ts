import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { route } from "#domain/contract/route.ts";
import { endedStaySchema } from "#domain/reporting/ended-stay.ts";

export const listEndedStays = route({
  method: "GET",
  path: "/ended-stays",
  summary:
    "Stays that ended in a range of days, the latest first: how long they were, and how they ended",
  permission: "reports:read",
  purpose: "operations",
  audit: {
    verb: "report.ended-stays",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({
    /** Left out, the ninety days through the last one. */
    from: civilDateSchema.optional(),
    /** Left out, or to come, it is today. */
    to: civilDateSchema.optional(),
  }),
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    rows: z.array(endedStaySchema),
    /** More ended in these days than are told: the figures of the rows would not be those of the days. */
    isCut: z.boolean(),
  }),
});

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { censusParts, censusRowSchema } from "#domain/reporting/census.ts";

export const listCensus = route({
  method: "GET",
  path: "/census",
  summary: "Who is in care today, or came or left this week: the rows behind the census",
  permission: "reports:read",
  purpose: "operations",
  audit: {
    verb: "report.census",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({ part: z.enum(censusParts).default("in-care"), siteId: idSchema.optional() }),
  output: z.object({
    on: z.iso.date(),
    rows: z.array(censusRowSchema),
    /** A person in two stays is counted once. */
    people: z.int(),
  }),
});

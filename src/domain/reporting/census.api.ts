import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { censusParts, censusRowSchema } from "#domain/reporting/census.ts";

export const listCensus = route({
  method: "GET",
  path: "/census",
  summary: "Who is in care, or came or left in a week: the rows behind the census",
  permission: "reports:read",
  purpose: "operations",
  audit: {
    verb: "report.census",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({
    part: z.enum(censusParts).default("in-care"),
    /** Any day of the week; left out, it is the running one. */
    on: civilDateSchema.optional(),
    siteId: idSchema.optional(),
  }),
  output: z.object({
    /** The last day of the week, or today. */
    on: z.iso.date(),
    startsOn: z.iso.date(),
    rows: z.array(censusRowSchema),
    /** A person in two stays is counted once. */
    people: z.int(),
    /** People of each part, so that each can be weighed before it is opened. */
    counts: z.object({ "in-care": z.int(), came: z.int(), left: z.int() }),
  }),
});

import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { weekHoursSchema } from "#domain/scheduling/hours.ts";

const read = { permission: "attendance:read", purpose: "treatment" } as const;

export const readHours = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/hours",
  summary:
    "The hours of a patient in the week of a day, for each enrollment, against the floor of its level",
  audit: { verb: "hours.read", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema, on: civilDateSchema.optional() }),
  output: z.object({ rows: z.array(weekHoursSchema) }),
});

export const hoursRowSchema = weekHoursSchema
  .extend({
    name: z.string(),
    trackName: z.string(),
    programId: idSchema,
    programName: z.string(),
    /** Weeks since admission, the first is 1. */
    week: z.int(),
  })
  .meta({ id: "HoursRow" });
export type HoursRow = z.output<typeof hoursRowSchema>;

export const listHours = route({
  ...read,
  method: "GET",
  path: "/hours",
  summary: "The hours board: everybody in care in the week of a day, the largest gap first",
  audit: {
    verb: "hours.list",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({
    on: civilDateSchema.optional(),
    siteId: idSchema.optional(),
    programId: idSchema.optional(),
  }),
  output: z.object({
    on: z.iso.date(),
    today: z.iso.date(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    rows: z.array(hoursRowSchema),
  }),
});

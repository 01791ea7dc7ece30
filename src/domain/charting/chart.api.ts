import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { chartSchema, timelineSchema } from "#domain/charting/chart.ts";
import { route } from "#domain/contract/route.ts";

const patientId = idSchema;
const read = { permission: "patients:read", purpose: "treatment" } as const;

export const readChart = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/chart",
  summary: "The chart of a patient: all that its first screen shows",
  audit: {
    verb: "chart.read",
    subjects: (input) => [input.patientId],
    record: (input) => ({ kind: "patient", id: input.patientId }),
  },
  input: z.object({ patientId }),
  output: chartSchema,
});

export const readTimeline = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/timeline",
  summary: "What happened before, newest first: sessions with their notes, measures, stays",
  audit: {
    verb: "chart.older",
    subjects: (input) => [input.patientId],
    record: (input) => ({ kind: "patient", id: input.patientId }),
  },
  input: z.object({
    patientId,
    cursor: z.string().max(400),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: timelineSchema,
});

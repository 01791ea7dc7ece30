import { z } from "zod";
import { newStaySchema } from "#domain/admissions/stay-lack.ts";
import { route } from "#domain/contract/route.ts";

export const listNewStays = route({
  method: "GET",
  path: "/new-stays",
  summary: "Who was admitted in the last two weeks and still lacks something an admission wants",
  permission: "enrollments:manage",
  purpose: "treatment",
  audit: {
    verb: "enrollment.list-lacking",
    subjects: (_, { rows }) => [...new Set(rows.map(({ patientId }) => patientId))],
  },
  input: z.object({}),
  output: z.object({ on: z.iso.date(), rows: z.array(newStaySchema) }),
});

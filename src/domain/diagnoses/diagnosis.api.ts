import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { searchTextSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";
import { diagnosisSchema } from "#domain/diagnoses/diagnosis.ts";

export const searchDiagnoses = route({
  method: "GET",
  path: "/diagnoses",
  summary: "ICD-10-CM codes in force on a day, by the beginning of a code or by words",
  permission: "enrollments:read",
  purpose: "treatment",
  audit: { verb: "diagnosis.search", subjects: "none" },
  input: z.object({
    q: searchTextSchema(80).default(""),
    /** The day on which the code is used: a code set is valid by the date of service. */
    on: civilDateSchema,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ rows: z.array(diagnosisSchema) }),
});

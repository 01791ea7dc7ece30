import { z } from "zod";

/** One code of ICD-10-CM with the words and the span in which it may be used; without a last day it is in use. */
export const diagnosisSchema = z
  .object({
    code: z.string(),
    description: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: "Diagnosis" });
export type Diagnosis = z.output<typeof diagnosisSchema>;

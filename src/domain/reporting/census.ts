import { z } from "zod";
import { endReasonSchema } from "#domain/admissions/admission-terms.ts";
import { idSchema } from "#domain/basics/ids.ts";

/** Who is shown: everybody in care on the last day of a week, or who came or left in it. */
export const censusParts = ["in-care", "came", "left"] as const;
export type CensusPart = (typeof censusParts)[number];

/** One stay, as a census lists it. */
export const censusRowSchema = z
  .object({
    patientId: idSchema,
    enrollmentId: idSchema,
    name: z.string(),
    programName: z.string(),
    trackName: z.string(),
    levelName: z.string(),
    therapistName: z.string().nullable(),
    admittedOn: z.iso.date(),
    endedOn: z.iso.date().nullable(),
    /** Why it ended; a change of level is an end of its stay, too. */
    endReason: endReasonSchema.nullable(),
    /** Weeks since admission until today or the end, the first is 1. */
    week: z.int(),
  })
  .meta({ id: "CensusRow" });
export type CensusRow = z.output<typeof censusRowSchema>;

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";

/** How much care a week holds, least first: ASAM 1, 2.1 and 2.5; the hours of each are rules with dates (hour rules). */
export const levelCodes = ["outpatient", "iop", "php"] as const;
export const levelCodeSchema = z.enum(levelCodes);
export type LevelCode = (typeof levelCodes)[number];

/** What an organization may say of a level: its own name for it. Which levels there are is the field's. */
export const levelOfCareFacts = z.object({ name: lineSchema(60) });

export const levelOfCareSchema = z
  .object({
    id: idSchema,
    code: levelCodeSchema,
    name: z.string(),
    /** Stepping up goes to a higher rank. */
    rank: z.int(),
    ...recordSchema.shape,
  })
  .meta({ id: "LevelOfCare" });
export type LevelOfCare = z.output<typeof levelOfCareSchema>;

/** Who has a level: programs in use that offer it, by name, and how many stays at it have no end. */
export const levelOfCareUseSchema = z
  .object({
    programs: z.array(z.object({ id: idSchema, name: z.string() })),
    stayCount: z.int(),
  })
  .meta({ id: "LevelOfCareUse" });

/** A level as a program or an enrollment names it. */
export const namedLevelSchema = z.object({
  id: idSchema,
  code: levelCodeSchema,
  name: z.string(),
});

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";
import { namedLevelSchema } from "#domain/programs/level-of-care.ts";
import { trackSchema } from "#domain/programs/track.ts";

/** For whom a program is. Adolescents and adults do not sit in one group (most states). */
export const programAges = [
  "adults",
  "young-adults",
  "older-adults",
  "adolescents",
  "all",
] as const;
export const programAgesSchema = z.enum(programAges);
export type ProgramAges = (typeof programAges)[number];

/** What people say of a program: where, for whom, at which levels of care, and whether the public may know of it. */
export const programFacts = z.object({
  name: lineSchema(80),
  publicName: optionalLineSchema(80),
  summary: optionalLineSchema(400),
  ages: programAgesSchema,
  siteId: idSchema,
  levelIds: z.array(idSchema).min(1).max(3),
  isListed: z.boolean(),
});

export const programSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** What whoever looks for help reads instead of the name; null where the name says enough. */
    publicName: z.string().nullable(),
    /** The part of its public address that names it. */
    slug: z.string(),
    summary: z.string().nullable(),
    ages: programAgesSchema,
    site: z.object({ id: idSchema, name: z.string(), zone: z.string() }),
    levels: z.array(namedLevelSchema),
    /** Its tracks, those in use first, by name. */
    tracks: z.array(trackSchema),
    isListed: z.boolean(),
    ...recordSchema.shape,
  })
  .meta({ id: "Program" });
export type Program = z.output<typeof programSchema>;

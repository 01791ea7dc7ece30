import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";

/** How far the demo has come that lives through some weeks in the first minute after its first start. */
export const demoProgressSchema = z
  .object({
    /** The week it is at, from 1. */
    week: z.int().positive(),
    weeks: z.int().positive(),
    /** The last day that is lived; null before the first. */
    day: civilDateSchema.nullable(),
  })
  .meta({ id: "DemoProgress" });
export type DemoProgress = z.output<typeof demoProgressSchema>;

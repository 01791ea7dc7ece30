import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";

/** What every record of the practice carries besides its facts. Nothing is deleted: what has ended is retired. */
export const recordSchema = z.object({
  createdAt: instantSchema,
  retiredAt: instantSchema.nullable(),
  version: z.int(),
});

/** Which records a list shows: those in use, those that have ended, or both. */
export const recordStates = ["active", "retired", "all"] as const;
export const recordStateSchema = z.enum(recordStates);
export type RecordState = z.output<typeof recordStateSchema>;

export const orderSchema = z.enum(["asc", "desc"]);

/** Another record as a list or a form names it. */
export const namedSchema = z.object({ id: z.uuid(), name: z.string() });
export type Named = z.output<typeof namedSchema>;

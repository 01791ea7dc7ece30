import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { namedSchema, recordSchema } from "#domain/practice/record-state.ts";

/** What people say of a room. `seats` is how many people it holds at once, staff included. */
export const roomFacts = z.object({
  name: lineSchema(60),
  seats: z.int().min(1).max(500),
  hasVideo: z.boolean(),
});

export const roomSchema = z
  .object({
    id: idSchema,
    site: namedSchema,
    name: z.string(),
    seats: z.int(),
    /** Equipped so that people elsewhere can take part in a session held here. */
    hasVideo: z.boolean(),
    ...recordSchema.shape,
  })
  .meta({ id: "Room" });
export type Room = z.output<typeof roomSchema>;

import { z } from "zod";

/** What every list takes: how many rows, and where the page before ended (opaque, from `nextCursor`). */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
};

/** What every list answers: its rows, how many there are in all, and where the next page begins. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.int(), nextCursor: z.string().nullable() });

import { z } from "zod";
import type { Output } from "#domain/contract/route.ts";
import type { listSessions } from "#domain/scheduling/session.api.ts";
import { sessionSchema } from "#domain/scheduling/session.ts";

const keptSchema = z.object({ rows: z.array(sessionSchema) });

/** A list of sessions as this device kept it. */
export const readKeptSessions = (kept: unknown): Output<typeof listSessions> | null => {
  const parsed = keptSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

import { sessionFactsSchema } from "#domain/access/session-facts.ts";
import type { Output } from "#domain/contract/route.ts";
import type { readSession } from "#domain/access/session.api.ts";

/** Who is signed in, as this device kept it. */
export const readKeptSession = (kept: unknown): Output<typeof readSession> | null => {
  const parsed = sessionFactsSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

import { sessionFactsSchema } from "#domain/access/session-facts.ts";
import type { Session } from "#web/platform/session.tsx";

/** Who is signed in, as this device kept it. */
export const readKeptSession = (kept: unknown): Session | null => {
  const parsed = sessionFactsSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

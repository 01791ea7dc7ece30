import { z } from "zod";
import { route } from "#domain/contract/route.ts";

/** What changed, so that open screens fetch it again. Ids only: the fetch decides what may be seen. */
export const listenToChanges = route({
  method: "GET",
  path: "/events",
  summary: "Changes of records as they happen, ids only",
  // Held by whoever works here. Of others in care nobody in care is told, not even that something about them changed.
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "events.listen", subjects: "none" },
  reply: "events",
  input: z.object({}),
  output: z.object({ kind: z.string(), id: z.string() }),
});

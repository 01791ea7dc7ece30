import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { standings } from "#domain/practice/credential-standing.ts";
import { setupStepSchema } from "#domain/practice/setup.ts";

/** Where in the staff app something is done about it. */
const path = z.string().startsWith("/staff");

/**
 * What needs the person who asks, as far as their role and their own record reach: whoever manages staff sees everybody's
 * credentials, a supervisor those of their people, everybody their own.
 */
export const readHome = route({
  method: "GET",
  path: "/home",
  summary: "What needs me: credentials that lapse, missing supervisors, set-up steps",
  permission: "signed-in",
  purpose: "operations",
  audit: { verb: "home.read", subjects: "none" },
  input: z.object({}),
  output: z.object({
    /** Lapsed first, then by last day. At most fifty; `credentialCount` counts all. */
    credentials: z.array(
      z.object({
        id: idSchema,
        staffId: idSchema,
        staffName: z.string(),
        isOwn: z.boolean(),
        code: z.string(),
        state: z.string().nullable(),
        standing: z.enum(standings),
        expiresOn: z.string(),
        daysLeft: z.int(),
        path,
      }),
    ),
    credentialCount: z.int(),
    /** Colleagues whose credential is only valid under supervision, and who have no supervisor. */
    withoutSupervisor: z.array(z.object({ staffId: idSchema, staffName: z.string(), path })),
    /** Every step this person could do, done or not; empty for those who manage nothing. */
    setup: z.array(z.object({ step: setupStepSchema, done: z.boolean(), path })),
  }),
});

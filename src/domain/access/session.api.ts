import { z } from "zod";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { localeSchema, personNameSchema } from "#domain/access/account.ts";
import { passwordSchema } from "#domain/access/password-rules.ts";
import { organizationChoiceSchema, sessionFactsSchema } from "#domain/access/session-facts.ts";
import { route } from "#domain/contract/route.ts";

/** What a sign-in leads to. A union, so that a second step can become one of its answers. */
export const signInAnswerSchema = z
  .discriminatedUnion("step", [
    z.object({
      step: z.literal("signed-in"),
      organization: organizationChoiceSchema,
      /** All organizations this person belongs to; the session is for `organization`. */
      organizations: z.array(organizationChoiceSchema),
    }),
  ])
  .meta({ id: "SignInAnswer" });

export const signIn = route({
  method: "POST",
  path: "/session",
  summary: "Sign in",
  permission: "anyone",
  rateLimit: { limit: 200, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "session.sign-in", subjects: "none" },
  input: z.object({ email: emailSchema, password: passwordSchema }),
  output: signInAnswerSchema,
  errors: { "sign-in-refused": 401 },
});

export const readSession = route({
  method: "GET",
  path: "/session",
  summary: "Who is signed in, for which organization, and what they may do there",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.read", subjects: "none" },
  input: z.object({}),
  output: sessionFactsSchema,
});

export const signOut = route({
  method: "DELETE",
  path: "/session",
  summary: "Sign out",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.sign-out", subjects: "none" },
  input: z.object({}),
  output: z.object({}),
});

export const changeOrganization = route({
  method: "POST",
  path: "/session/organization",
  summary: "Work for another organization this person belongs to",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.change-organization", subjects: "none" },
  input: z.object({ organizationId: idSchema }),
  output: z.object({ organization: organizationChoiceSchema }),
});

export const confirmSession = route({
  method: "POST",
  path: "/session/confirmation",
  summary: "Confirm who is at the keyboard; this session may sign for ten minutes",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.confirm", subjects: "none" },
  input: z.object({ password: passwordSchema }),
  output: z.object({ signingUntil: instantSchema }),
  errors: { "wrong-password": 403 },
});

export const endConfirmation = route({
  method: "DELETE",
  path: "/session/confirmation",
  summary: "Give the right to sign back before its ten minutes are over",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.end-confirmation", subjects: "none" },
  input: z.object({}),
  output: z.object({}),
});

export const listSessions = route({
  method: "GET",
  path: "/account/sessions",
  summary: "Where one's own account is signed in",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "session.list", subjects: "none" },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id: idSchema,
        current: z.boolean(),
        device: z.string(),
        address: z.string(),
        organizationName: z.string(),
        startedAt: instantSchema,
        lastSeenAt: instantSchema,
      }),
    ),
  }),
});

export const endSession = route({
  method: "DELETE",
  path: "/account/sessions/{sessionId}",
  summary: "End one of one's own sessions, at once",
  permission: "signed-in",
  purpose: "own-account",
  audit: {
    verb: "session.end",
    subjects: "none",
    record: (input) => ({ kind: "session", id: input.sessionId }),
  },
  input: z.object({ sessionId: idSchema }),
  output: z.object({}),
});

export const changeAccount = route({
  method: "PATCH",
  path: "/account",
  summary: "Change one's own name and language",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "account.change", subjects: "none" },
  input: z.object({ name: personNameSchema, locale: localeSchema }),
  output: z.object({ name: z.string(), locale: localeSchema }),
});

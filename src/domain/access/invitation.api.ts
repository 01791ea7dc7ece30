import { z } from "zod";
import { personNameSchema } from "#domain/access/account.ts";
import { linkTokenSchema } from "#domain/access/password.api.ts";
import { passwordSchema } from "#domain/access/password-rules.ts";
import { signInAnswerSchema } from "#domain/access/session.api.ts";
import { route } from "#domain/contract/route.ts";

export const readInvitation = route({
  method: "GET",
  path: "/invitations/{token}",
  summary: "What a link from an invitation invites to",
  permission: "anyone",
  rateLimit: { limit: 60, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "invitation.read", subjects: "none" },
  input: z.object({ token: linkTokenSchema }),
  output: z.object({
    organizationName: z.string(),
    email: z.string(),
    name: z.string(),
    /** The address has an account already: its own password is asked for, and no name. */
    hasAccount: z.boolean(),
  }),
  errors: { "link-over": 410 },
});

export const acceptInvitation = route({
  method: "POST",
  path: "/invitations/{token}",
  summary:
    "Accept an invitation and sign in: with a name and a new password, or the account's own password",
  permission: "anyone",
  rateLimit: { limit: 60, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "invitation.accept", subjects: "none" },
  input: z.object({
    token: linkTokenSchema,
    /** Of a new account; an account that exists keeps its name. */
    name: personNameSchema.optional(),
    password: passwordSchema,
  }),
  output: signInAnswerSchema,
  errors: { "link-over": 410, "wrong-password": 403 },
});

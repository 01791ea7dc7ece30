import { z } from "zod";
import { emailSchema } from "#domain/basics/email.ts";
import { passwordSchema } from "#domain/access/password-rules.ts";
import { route } from "#domain/contract/route.ts";

/** As in the link of a letter: 256 bits in base64url. Anything else is an unknown link like any other. */
export const linkTokenSchema = z.string().min(1).max(200);

export const askPasswordReset = route({
  method: "POST",
  path: "/password-resets",
  summary: "Ask for a letter that lets one choose a new password; answers alike whoever asks",
  permission: "anyone",
  rateLimit: { limit: 20, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "password.ask-reset", subjects: "none" },
  input: z.object({ email: emailSchema }),
  output: z.object({}),
  status: 202,
});

export const readPasswordReset = route({
  method: "GET",
  path: "/password-resets/{token}",
  summary: "Whose password a link from a letter is for",
  permission: "anyone",
  rateLimit: { limit: 60, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "password.read-reset", subjects: "none" },
  input: z.object({ token: linkTokenSchema }),
  output: z.object({ email: z.string() }),
  errors: { "link-over": 410 },
});

export const resetPassword = route({
  method: "POST",
  path: "/password-resets/{token}/password",
  summary: "Choose a new password with the link from a letter; ends every session of the account",
  permission: "anyone",
  rateLimit: { limit: 60, seconds: 60 },
  purpose: "own-account",
  audit: { verb: "password.reset", subjects: "none" },
  input: z.object({ token: linkTokenSchema, password: passwordSchema }),
  output: z.object({}),
  errors: { "link-over": 410 },
});

export const changePassword = route({
  method: "PUT",
  path: "/password",
  summary: "Change one's own password; ends one's other sessions",
  permission: "signed-in",
  purpose: "own-account",
  audit: { verb: "password.change", subjects: "none" },
  input: z.object({ currentPassword: passwordSchema, password: passwordSchema }),
  output: z.object({}),
  errors: { "wrong-password": 403 },
});

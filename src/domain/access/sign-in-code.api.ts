import { z } from "zod";
import { signInAnswerSchema } from "#domain/access/session.api.ts";
import { emailSchema } from "#domain/basics/email.ts";
import { route } from "#domain/contract/route.ts";

const anyone = {
  permission: "anyone",
  rateLimit: { limit: 200, seconds: 60 },
  purpose: "own-account",
} as const;

export const requestSignInCode = route({
  ...anyone,
  method: "POST",
  path: "/my/session/code",
  summary: "Ask for a letter with a code, for people in care; the answer tells nothing",
  audit: { verb: "session.ask-code", subjects: "none" },
  input: z.object({ email: emailSchema }),
  output: z.object({}),
});

export const signInWithCode = route({
  ...anyone,
  method: "POST",
  path: "/my/session",
  summary: "Sign in with the code of the letter",
  audit: { verb: "session.sign-in-by-code", subjects: "none" },
  input: z.object({
    email: emailSchema,
    code: z
      .string()
      .transform((typed) => typed.replace(/[\s-]/g, ""))
      .pipe(z.string().regex(/^\d{6}$/)),
  }),
  output: signInAnswerSchema,
  errors: { "code-refused": 401 },
});

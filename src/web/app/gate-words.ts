import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** What signing in and confirming may answer. */
export const gateWords: ProblemWords = {
  "sign-in-refused": msg`This is not the password. Try again.`,
  "wrong-password": msg`This is not the password. Try again.`,
};

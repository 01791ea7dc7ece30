import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** What choosing a password may answer. */
export const passwordWords: ProblemWords = {
  "link-over": msg`This link is over: it was used, a newer one was sent, or its time ran out.`,
  "wrong-password": msg`This is not the password. Try again.`,
  "password.required": msg`Choose a password.`,
  "password.too-short": msg`Use at least {least} characters. A sentence is easy to keep in mind.`,
  "password.too-long": msg`Use at most {most} characters.`,
  "password.too-even": msg`This is one pattern over and over. Use different characters.`,
  "password.known-bad": msg`This is among the passwords that are tried first everywhere. Choose another.`,
  "password.holds-own-name": msg`Leave out your name, your e-mail address and the name of the organization.`,
  "name.required": msg`Write your name as colleagues know it.`,
  "name.missing": msg`Write your name as colleagues know it.`,
};

import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

export const payerKindWords: ProblemWords = {
  commercial: msg`Commercial`,
  medicaid: msg`Medicaid`,
  medicare: msg`Medicare`,
  "medicare-advantage": msg`Medicare Advantage`,
  tricare: msg`TRICARE`,
  other: msg`Other`,
};

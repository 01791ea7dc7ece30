import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { privacyWords } from "#web/privacy/consent-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

export const reviewKindWords: ProblemWords = {
  "management-audit": msg`Management audit`,
  "financial-audit": msg`Financial audit`,
  "program-evaluation": msg`Evaluation of the program`,
  "quality-review": msg`Review of quality, such as for accreditation`,
};

export const behalfWords: ProblemWords = {
  agency: msg`An agency that pays for or regulates the program`,
  funder: msg`Somebody else who pays for the program`,
  payer: msg`A payer of our patients`,
  "quality-improvement": msg`A quality improvement organization`,
  "direct-control": msg`Whoever has direct administrative control of the program`,
  "own-choice": msg`Nobody: we chose them`,
};

export const reviewStateWords: ProblemWords = {
  "in-force": msg`Opens records`,
  deficient: msg`Opens nothing`,
  "not-yet": msg`Not yet`,
  over: msg`Over`,
  ended: msg`Ended`,
};

/** What 42 CFR 2.53 asks for, said as what is missing in the agreement. */
export const reviewDefectWords: ProblemWords = {
  "not-signed": msg`Nothing was agreed to in writing.`,
  "no-reviewers": msg`It names nobody who looks at records.`,
  "limits-not-agreed": msg`They have not agreed to tell nobody but us, and to use it for nothing else.`,
  "behalf-not-named": msg`It does not say on whose behalf.`,
  "not-found-qualified": msg`Nobody has found them qualified.`,
  "copies-on-own-choice": msg`Whom we chose ourselves looks at records here; they take no copies.`,
  "security-not-agreed": msg`They have not agreed to keep and destroy the copies safely.`,
  "retention-not-agreed": msg`They have not agreed to the laws on how long records are kept.`,
};

export const reviewProblems: ProblemWords = {
  ...privacyWords,
  "before-start": msg`This day lies before its first day.`,
};

const coded = (name: string, words: ProblemWords): ProblemWords =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${name}.${code}`, word]));

export const reviewHistoryWords: HistoryWords = {
  fields: {
    kind: msg`For`,
    performedBy: msg`Who audits`,
    behalf: msg`On whose behalf`,
    behalfOf: msg`Their name`,
    reviewers: msg`Who looks at records`,
    takesCopies: msg`Takes copies`,
    agreesLimits: msg`Agreed to the limits`,
    agreesSecurity: msg`Agreed to keep copies safely`,
    agreesRetention: msg`Agreed to how long records are kept`,
    foundQualified: msg`Found qualified`,
    signedOn: msg`Signed on`,
    startsOn: msg`First day`,
    endsOn: msg`Last day`,
    endedOn: msg`Ended on`,
  },
  values: { ...coded("kind", reviewKindWords), ...coded("behalf", behalfWords) },
};

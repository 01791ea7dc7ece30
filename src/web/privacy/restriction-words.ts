import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import {
  classWords,
  informationWords,
  privacyWords,
  purposeWords,
  signerWords,
} from "#web/privacy/consent-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

export const keptFromWords: ProblemWords = {
  anybody: msg`Anybody`,
  named: msg`Some by name`,
  class: msg`A class of recipients`,
};

export const keptStateWords: ProblemWords = {
  "in-force": msg`Kept back`,
  asked: msg`Waits for an answer`,
  "not-agreed": msg`Not agreed to`,
  ended: msg`Ended`,
};

export const endGroundWords: ProblemWords = {
  "asked-in-writing": msg`They asked for it in writing`,
  "agreed-aloud": msg`They agreed to it aloud`,
};

/** What the acts about requests may answer, besides what all of this noun answer. */
export const restrictionProblems: ProblemWords = {
  ...privacyWords,
  "already-answered": msg`This was answered already.`,
  "already-ended": msg`This was ended already.`,
  "must-agree": msg`This has to be agreed to: it was paid in full, and concerns a health plan.`,
  "not-agreed": msg`This was not agreed to; there is nothing to end.`,
  "before-start": msg`This day lies before it was asked for.`,
  "not-a-choice": msg`Choose from the list.`,
};

const coded = (name: string, words: ProblemWords): ProblemWords =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${name}.${code}`, word]));

export const restrictionHistoryWords: HistoryWords = {
  fields: {
    askedOn: msg`Asked on`,
    askedBy: msg`Asked by`,
    askerRelation: msg`Who that is`,
    recipientKind: msg`Kept from`,
    recipients: msg`Recipients`,
    information: msg`What is kept back`,
    purposes: msg`Purposes`,
    paidInFull: msg`Paid in full`,
    answer: msg`Answer`,
    answeredOn: msg`Answered on`,
    endedOn: msg`Ended on`,
    endGround: msg`How it ended`,
  },
  values: {
    ...coded("askerRelation", signerWords),
    ...coded("recipientKind", keptFromWords),
    ...coded("recipients", classWords),
    ...coded("information", informationWords),
    ...coded("purposes", purposeWords),
    ...coded("answer", { agreed: msg`agreed to`, "not-agreed": msg`not agreed to` }),
    ...coded("endGround", endGroundWords),
  },
};

import type {
  RecordReviewDefect,
  RecordReviewState,
  RecordReviewTerms,
} from "#domain/privacy/record-review.ts";

type Rule = readonly [RecordReviewDefect, (review: RecordReviewTerms) => boolean];

/** The elements of an agreement, each with the rule that finds it missing. */
const rules: readonly Rule[] = [
  // "Agrees in writing": 2.53(a), (b)(1).
  ["not-signed", ({ signedOn }) => signedOn === null],
  ["no-reviewers", ({ reviewers }) => reviewers.length === 0],
  // The limits of 2.53(f): told on to nobody but the program, used for nothing but the audit. 2.53(a), (b)(1)(iii).
  ["limits-not-agreed", ({ agreesLimits }) => !agreesLimits],
  // 2.53(a)(1), (b)(2).
  ["behalf-not-named", ({ behalf, behalfOf }) => behalf !== "own-choice" && behalfOf === null],
  // 2.53(a)(2).
  [
    "not-found-qualified",
    ({ behalf, foundQualified }) => behalf === "own-choice" && !foundQualified,
  ],
  // Whom the program chose itself looks at records on the premises: 2.53(b)(2) names only the others.
  ["copies-on-own-choice", ({ behalf, takesCopies }) => behalf === "own-choice" && takesCopies],
  // Kept and destroyed as under 2.16: 2.53(b)(1)(i).
  ["security-not-agreed", ({ takesCopies, agreesSecurity }) => takesCopies && !agreesSecurity],
  // Kept as long as the laws on records ask: 2.53(b)(1)(ii).
  ["retention-not-agreed", ({ takesCopies, agreesRetention }) => takesCopies && !agreesRetention],
];

/** What 42 CFR 2.53 asks of an audit or evaluation and this one lacks. */
export const recordReviewDefects = (review: RecordReviewTerms): RecordReviewDefect[] =>
  rules.filter(([, isMissing]) => isMissing(review)).map(([code]) => code);

/** Where an audit stands on a day: it opens records from its first through its last day, once it was signed, until it is ended. */
export const recordReviewState = (review: RecordReviewTerms, on: string): RecordReviewState => {
  if (review.endedOn !== null && review.endedOn <= on) return "ended";
  if (recordReviewDefects(review).length > 0) return "deficient";
  if (review.endsOn < on) return "over";
  const isSigned = review.signedOn !== null && review.signedOn <= on;
  return review.startsOn <= on && isSigned ? "in-force" : "not-yet";
};

import type {
  CourtOrderDefect,
  CourtOrderState,
  CourtOrderTerms,
} from "#domain/privacy/court-order.ts";
import type { Information } from "#domain/privacy/information.ts";

type Rule = readonly [CourtOrderDefect, (order: CourtOrderTerms) => boolean];

/** What a patient said in the course of diagnosis and treatment lies in these; they need a finding of their own (42 CFR 2.63). */
const confidential: readonly Information[] = [
  "assessments",
  "progress",
  "session-notes",
  "counseling-notes",
];

/** The elements of an order, each with the rule that finds it missing. */
const rules: readonly Rule[] = [
  ["no-docket-number", ({ docketNumber }) => docketNumber === null],
  // A fictitious name, unless the record is sealed: 2.64(a), 2.65(a), 2.66(a).
  ["patient-named-openly", ({ namesPatientOpenly }) => namesPatientOpenly],
  // The patient and whoever holds the record are heard: 2.64(b), 2.65(b); the program investigated is not: 2.66(b).
  ["no-notice", ({ kind, gaveNotice }) => kind !== "program" && !gaveNotice],
  // Good cause: 2.64(d)(1), 2.65(d)(3), 2.66(c).
  ["no-other-way-not-found", ({ findsNoOtherWay }) => !findsNoOtherWay],
  // 2.64(d)(2), 2.65(d)(4), 2.66(c).
  ["public-interest-not-found", ({ findsPublicInterest }) => !findsPublicInterest],
  // 2.65(d)(1).
  [
    "serious-crime-not-found",
    ({ kind, findsSeriousCrime }) => kind === "criminal" && !findsSeriousCrime,
  ],
  // 2.64(e)(1), 2.65(e)(1), 2.66(d).
  [
    "information-not-limited",
    ({ limitsInformation, information }) => !limitsInformation || information.length === 0,
  ],
  // 2.64(e)(2), 2.65(e)(2).
  [
    "recipients-not-limited",
    ({ limitsRecipients, recipients }) => !limitsRecipients || recipients.length === 0,
  ],
  // Sealing and the like: 2.64(e)(3), 2.65(e)(3), 2.66(d).
  ["further-use-not-limited", ({ limitsFurtherUse }) => !limitsFurtherUse],
  [
    "confidences-not-opened",
    ({ information, opensConfidences }) =>
      !opensConfidences && information.some((one) => confidential.includes(one)),
  ],
];

/**
 * What 42 CFR part 2, subpart E asks of an order and this paper lacks. A subpoena or a warrant is no order: it is refused
 * for that alone, whatever else it says (2.61(b)(1)).
 */
export const courtOrderDefects = (order: CourtOrderTerms): CourtOrderDefect[] => {
  if (order.paper === "subpoena") return ["subpoena-alone"];
  if (order.paper === "warrant") return ["warrant-alone"];
  return rules.filter(([, isMissing]) => isMissing(order)).map(([code]) => code);
};

/** Where an order stands on a day: it counts from the day it was entered through its last day, unless it was ended. */
export const courtOrderState = (order: CourtOrderTerms, on: string): CourtOrderState => {
  if (order.endedOn !== null && order.endedOn <= on) return "ended";
  if (courtOrderDefects(order).length > 0) return "deficient";
  if (order.expiresOn !== null && order.expiresOn < on) return "expired";
  return order.enteredOn > on ? "not-yet" : "in-force";
};

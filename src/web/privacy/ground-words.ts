import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";
import { informationWords } from "#web/privacy/consent-words.ts";

export const emergencyWords: ProblemWords = {
  "consent-not-obtainable": msg`Consent could not be obtained`,
  "closed-in-disaster": msg`We were closed in a declared disaster`,
  "fda-warning": msg`The FDA warns of a dangerous product`,
};

export const minorRelationWords: ProblemWords = {
  parent: msg`A parent`,
  guardian: msg`A guardian`,
  "authorized-under-state-law": msg`Whom the law of the state authorizes`,
};

export const incapacityWords: ProblemWords = {
  "extreme-youth": msg`They are far too young`,
  "mental-condition": msg`Their mental condition`,
  "physical-condition": msg`Their physical condition`,
};

export const paperWords: ProblemWords = {
  order: msg`An order of a court`,
  subpoena: msg`A subpoena alone`,
  warrant: msg`A warrant alone`,
};

export const orderKindWords: ProblemWords = {
  civil: msg`A civil matter`,
  criminal: msg`A crime of the patient`,
  program: msg`An investigation of the program`,
};

export const orderStateWords: ProblemWords = {
  "in-force": msg`Opens the record`,
  deficient: msg`Opens nothing`,
  "not-yet": msg`Not yet in force`,
  expired: msg`Expired`,
  ended: msg`Ended`,
};

/** What 42 CFR part 2, subpart E asks for, said as what is missing on the paper. */
export const orderDefectWords: ProblemWords = {
  "subpoena-alone": msg`A subpoena is no order. Only an order of a court under 42 CFR part 2 opens these records; answer so, and say nothing of whether this person is here.`,
  "warrant-alone": msg`A warrant is no order. Only an order of a court under 42 CFR part 2 opens these records.`,
  "no-docket-number": msg`It has no docket number.`,
  "patient-named-openly": msg`It names the patient openly, and the proceeding is not sealed.`,
  "no-notice": msg`The patient and the program were not told of it and heard.`,
  "no-other-way-not-found": msg`The court does not find that there is no other way to the information.`,
  "public-interest-not-found": msg`The court does not find that the need outweighs the harm.`,
  "serious-crime-not-found": msg`The court does not find that the crime is extremely serious.`,
  "information-not-limited": msg`It is not limited to the parts of the record that are needed.`,
  "recipients-not-limited": msg`It is not limited to the people who need it.`,
  "further-use-not-limited": msg`It does not limit further use, as by sealing.`,
  "confidences-not-opened": msg`It does not open what was said in treatment: that needs a finding of its own.`,
};

const coded = (name: string, words: ProblemWords): ProblemWords =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${name}.${code}`, word]));

export const orderHistoryWords: HistoryWords = {
  fields: {
    paper: msg`The paper`,
    kind: msg`For`,
    court: msg`Court`,
    docketNumber: msg`Docket number`,
    enteredOn: msg`Entered on`,
    recipients: msg`Recipients`,
    information: msg`What it opens`,
    expiresOn: msg`Last day`,
    namesPatientOpenly: msg`Names the patient openly`,
    gaveNotice: msg`The patient and we were heard`,
    findsNoOtherWay: msg`Finds no other way`,
    findsPublicInterest: msg`Finds that the need outweighs the harm`,
    findsSeriousCrime: msg`Finds an extremely serious crime`,
    limitsInformation: msg`Limits the information`,
    limitsRecipients: msg`Limits the recipients`,
    limitsFurtherUse: msg`Limits further use`,
    opensConfidences: msg`Opens what was said in treatment`,
    comesWithSubpoena: msg`A subpoena comes with it`,
    endedOn: msg`Ended on`,
  },
  values: {
    ...coded("paper", paperWords),
    ...coded("kind", orderKindWords),
    ...coded("information", informationWords),
  },
};

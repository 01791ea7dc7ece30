import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

export const relationWords: ProblemWords = {
  self: msg`Their own policy`,
  spouse: msg`Spouse’s policy`,
  child: msg`Parent’s policy`,
  other: msg`Somebody else’s policy`,
};

export const sexWords: ProblemWords = {
  female: msg`Female`,
  male: msg`Male`,
  unknown: msg`Unknown`,
};

/** Who pays when: the place of a policy in the order of payers. */
export const rankWords: ProblemWords = {
  "1": msg`Pays first`,
  "2": msg`Pays second`,
  "3": msg`Pays third`,
};

/** What a claim would lack, said as what is to be asked. */
export const lackWords: ProblemWords = {
  "subscriber-name": msg`the first and the family name of the policy’s holder`,
  "subscriber-birth-date": msg`the birthday of the policy’s holder`,
  "subscriber-sex": msg`the sex of the policy’s holder, as the payer has it`,
  "subscriber-address": msg`the address of the policy’s holder`,
  "patient-sex": msg`the sex of the person in care, as the payer has it`,
  "patient-address": msg`the address of the person in care`,
};

/** What the acts about policies may answer. */
export const coverageWords: ProblemWords = {
  missing: msg`Whose policy it is, is missing.`,
  "before-start": msg`This day lies before the policy begins.`,
  "not-a-choice": msg`Choose one that is in use.`,
  "not-a-name": msg`A name has letters of any script, hyphens and apostrophes; no emoji or other signs.`,
  "address-incomplete": msg`An address has street, city, state and ZIP code.`,
  retired: msg`This policy was taken back.`,
  "too-many-policies": msg`Three policies hold on these days already. End one of them first.`,
  "has-authorizations": msg`Something is authorized under this policy. Take that back first, or give the policy its last day.`,
  "order-incomplete": msg`Somebody added or ended a policy meanwhile. Look again.`,
};

export const policyFieldWords: ProblemWords = {
  payer: msg`Payer`,
  payerId: msg`Payer`,
  rank: msg`Place in the order of payers`,
  planName: msg`Plan`,
  memberNumber: msg`Member number`,
  groupNumber: msg`Group number`,
  relationToSubscriber: msg`Whose policy`,
  subscriberName: msg`Name of the policy’s holder`,
  subscriberGivenName: msg`First name of the policy’s holder`,
  subscriberMiddleName: msg`Middle name of the policy’s holder`,
  subscriberFamilyName: msg`Family name of the policy’s holder`,
  subscriberSuffix: msg`Suffix`,
  subscriberBirthDate: msg`Birthday of the policy’s holder`,
  subscriberSex: msg`Sex of the policy’s holder`,
  subscriberStreet: msg`Street`,
  subscriberUnit: msg`Apartment or floor`,
  subscriberCity: msg`City`,
  subscriberState: msg`State`,
  subscriberPostalCode: msg`ZIP code`,
  street: msg`Street`,
  unit: msg`Apartment or floor`,
  city: msg`City`,
  state: msg`State`,
  postalCode: msg`ZIP code`,
  effectiveFrom: msg`First day`,
  effectiveTo: msg`Last day`,
};

const coded = (name: string, words: ProblemWords): ProblemWords =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${name}.${code}`, word]));

export const policyHistoryWords: HistoryWords = {
  fields: policyFieldWords,
  values: {
    ...coded("relationToSubscriber", relationWords),
    ...coded("subscriberSex", sexWords),
    ...coded("rank", rankWords),
  },
};

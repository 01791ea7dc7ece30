import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

/** What the acts about patients may answer, and what may stand beside their fields. */
export const patientWords: ProblemWords = {
  "kept-not-in-use": msg`The record that is to be kept is out of use itself.`,
  "has-stays": msg`This record has stays in a program, so it is not hidden. Open the other record and mark that one as the duplicate.`,
  "both-have-stays": msg`Both records have stays in a program. Neither can be hidden, or what happened there would be, too. Leave both in use, and write in each which one goes on.`,
  "has-duplicates": msg`Other records were marked as duplicates of this one. Keep this one, and mark the other.`,
  "not-a-duplicate": msg`This record is not marked as a duplicate any more.`,
  "is-duplicate": msg`This record is marked as a duplicate. Take that back first.`,
  "same-record": msg`This is the same record. Choose the other one.`,
  "likely-duplicates": msg`Not registered: somebody like this is here already. Open the record below if it is the same person; else tick that it is another one, and register again.`,
  retired: msg`This record is out of use. Bring it back to change it.`,
  "not-retired": msg`This record is in use already.`,
  "changed-meanwhile": msg`Not saved yet: somebody else changed this meanwhile. Look below, then save again.`,
  "changed-by-both": msg`Somebody else changed this too. Choose which to keep.`,
  "not-a-name": msg`A name has letters of any script, hyphens and apostrophes; no emoji or other signs.`,
  "invisible-characters": msg`There is something invisible in this text. Type it anew.`,
  "born-in-future": msg`This day has not come yet.`,
  "born-too-long-ago": msg`This is more than 125 years ago.`,
  "birthDate.date-out-of-range": msg`This is more than 125 years ago.`,
  "look-first": msg`Look at the records above. Tick this only if none of them is this person.`,
  "invalid-date": msg`There is no such day.`,
  "phone.invalid-regex": msg`Write ten digits, like (503) 555-0100.`,
  "postalCode.invalid-regex": msg`Write five digits, or nine: 97209 or 97209-0188.`,
  "email.invalid-email": msg`Write an e-mail address, like name@example.org.`,
};

export const relationWords: ProblemWords = {
  parent: msg`Parent`,
  guardian: msg`Guardian`,
  spouse: msg`Spouse`,
  partner: msg`Partner`,
  child: msg`Child`,
  sibling: msg`Sibling`,
  grandparent: msg`Grandparent`,
  "other-relative": msg`Other relative`,
  friend: msg`Friend`,
  sponsor: msg`Sponsor`,
  physician: msg`Physician`,
  therapist: msg`Therapist elsewhere`,
  "case-worker": msg`Case worker`,
  school: msg`School`,
  employer: msg`Employer`,
  attorney: msg`Attorney`,
  "probation-officer": msg`Probation officer`,
  other: msg`Other`,
};

export const contactRoleWords: ProblemWords = {
  emergency: msg`Emergency contact`,
  "lives-with": msg`Lives with them`,
  "legal-guardian": msg`Legal guardian`,
  "health-care-agent": msg`Health care agent`,
  "takes-part-in-care": msg`Takes part in care`,
  pays: msg`Pays`,
  referred: msg`Referred them`,
};

export const languageWords: ProblemWords = {
  en: msg`English`,
  es: msg`Spanish`,
  ase: msg`American Sign Language`,
  am: msg`Amharic`,
  ar: msg`Arabic`,
  bn: msg`Bengali`,
  de: msg`German`,
  fa: msg`Persian`,
  fr: msg`French`,
  gu: msg`Gujarati`,
  hi: msg`Hindi`,
  hmn: msg`Hmong`,
  ht: msg`Haitian Creole`,
  it: msg`Italian`,
  ja: msg`Japanese`,
  km: msg`Khmer`,
  ko: msg`Korean`,
  lo: msg`Lao`,
  nv: msg`Navajo`,
  pl: msg`Polish`,
  pt: msg`Portuguese`,
  ru: msg`Russian`,
  so: msg`Somali`,
  sw: msg`Swahili`,
  tl: msg`Tagalog`,
  uk: msg`Ukrainian`,
  ur: msg`Urdu`,
  vi: msg`Vietnamese`,
  yue: msg`Cantonese`,
  zh: msg`Chinese`,
};

export const sexWords: ProblemWords = {
  female: msg`Female`,
  male: msg`Male`,
  unknown: msg`Unknown`,
};

/** What the facts of a patient are called, in the order in which the form asks for them. */
export const patientHistoryWords: HistoryWords = {
  fields: {
    duplicateOf: msg`Duplicate of`,
    duplicate: msg`Second record`,
    mrn: msg`Record number`,
    givenName: msg`Given name`,
    middleName: msg`Middle name`,
    familyName: msg`Family name`,
    nameSuffix: msg`Suffix`,
    preferredName: msg`Preferred name`,
    nicknames: msg`Nicknames`,
    formerNames: msg`Former names`,
    pronouns: msg`Pronouns`,
    birthDate: msg`Born`,
    sexAtBirth: msg`Sex at birth`,
    gender: msg`Gender`,
    language: msg`Language`,
    needsInterpreter: msg`Needs an interpreter`,
    phone: msg`Phone`,
    phoneMayBeCalled: msg`May be called`,
    voicemailMayBeLeft: msg`Voicemail may be left`,
    phoneMayBeTexted: msg`May be texted`,
    email: msg`E-mail`,
    street: msg`Street`,
    unit: msg`Apartment or floor`,
    city: msg`City`,
    state: msg`State`,
    postalCode: msg`ZIP code`,
  },
  values: {
    ...Object.fromEntries(
      Object.entries(languageWords).map(([code, word]) => [`language.${code}`, word]),
    ),
    ...Object.fromEntries(
      Object.entries(sexWords).map(([code, word]) => [`sexAtBirth.${code}`, word]),
    ),
  },
};

import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { FindingCode } from "#domain/imports/finding-codes.ts";
import type { Finding } from "#domain/imports/finding.ts";

type FindingWords = Readonly<
  Record<
    string,
    (said: { readonly field: string; readonly value: string; readonly place: string }) => string
  >
>;

const ofPeople = {
  "date-missing": ({ field }) => t`${field} is missing.`,
  "date-partial": ({ field, value }) =>
    t`${field} is only ${value}. A whole day is needed, and none is made up.`,
  "date-unreadable": ({ field, value }) => t`${field} cannot be read as a day: ${value}`,
  "date-impossible": ({ field, value }) => t`${field} is a day that does not exist: ${value}`,
  "date-out-of-range": ({ field, value }) =>
    t`${field} lies outside of the years records speak of: ${value}`,
  "born-in-future": ({ field, value }) => t`${field} lies in the future: ${value}`,
  "born-too-long-ago": ({ field, value }) => t`${field} is more than 125 years ago: ${value}`,
  "not-a-resource": () => t`This is not what its kind says it is.`,
  "field-unreadable": ({ field }) =>
    t`${field} has another shape than FHIR gives it and was left out.`,
  "name-missing": ({ field }) =>
    t`${field} is missing. A person needs a given and a family name here.`,
  "name-unreadable": ({ value }) => t`This cannot be kept as a name: ${value}`,
  "too-many-names": () => t`There are more names than are kept; the first eight stay.`,
  "not-a-name": ({ field, value }) => t`${field} cannot be kept as a name: ${value}`,
  "too-long": ({ field, value }) => t`${field} is too long: ${value}`,
  "invisible-characters": ({ field, value }) => t`${field} holds characters nobody sees: ${value}`,
  "value-unreadable": ({ field, value }) => t`${field} cannot be read and was left out: ${value}`,
  "value-unknown": ({ field, value }) =>
    t`${field} says nothing that is known here and was left out: ${value}`,
  "language-unknown": ({ value }) =>
    t`The language is not known here: ${value}. English stands in its place.`,
  "phone-unreadable": () => t`A telephone number is none of the United States and was left out.`,
  "email-unreadable": () => t`An e-mail address cannot be read and was left out.`,
  "more-phones": () => t`There are more telephone numbers; the first is kept.`,
  "more-emails": () => t`There are more e-mail addresses; the first is kept.`,
  "address-incomplete": () =>
    t`The address is not whole, or not in the United States, and was left out.`,
  "more-addresses": () => t`There are more addresses; the first is kept.`,
  "contact-unreadable": () => t`Somebody around this person could not be read and was left out.`,
  "inactive-elsewhere": () => t`The other system no longer uses this record.`,
  "has-died": () => t`This person has died. Register them by hand if their record is needed.`,
  "replaced-elsewhere": () => t`The other system has replaced this record by another one.`,
  "subject-missing": () => t`It does not say whose it is.`,
  "code-missing": () => t`It does not say what it is.`,
} satisfies FindingWords;

const ofOthers = {
  "entered-in-error": () => t`The other system says it was entered by mistake.`,
  "not-in-use": () => t`The other system no longer uses it.`,
  "pays-self": () => t`The person pays for themselves: this is no policy.`,
  "fact-missing": ({ field }) => t`${field} is missing or cannot be read.`,
  "end-missing": () => t`The policy was cancelled, and the day it ended is missing.`,
  "holder-missing": () => t`It does not say who holds the policy.`,
  "payer-missing": () => t`It does not say who pays.`,
  "payer-unknown": ({ value }) => t`No payer here goes by this name: ${value}`,
  "payer-left-open": () => t`Somebody left the payer open.`,
  "kept-as-received": () => t`It is kept as received and is not among the policies.`,
  "policy-known": () => t`The policy is here already.`,
  "contact-known": () => t`Somebody of this name is among the contacts already.`,
  "too-many-policies": () => t`Three policies hold at the same time already.`,
  "not-possible-here": () => t`A rule of this program does not allow it.`,
  "row-ragged": () => t`The row has more cells than the header has columns.`,
  "twice-in-file": ({ place }) => t`The same is in the file already: ${place}.`,
  "same-id-in-file": ({ place }) => t`It has the same id as ${place} and says something else.`,
  "known-from-before": () =>
    t`This person came before and says more now: what is empty here is filled in.`,
  "known-by-number": () =>
    t`Known here by a number of the other system: what is empty here is filled in.`,
  "number-of-another": () => t`Somebody here has a number of this person. Is it the same person?`,
  "likely-same": ({ value }) => t`People here who may be the same person: ${value}`,
  "likely-same-in-file": ({ place }) =>
    t`It may be the same person as ${place}. Take that one first, then decide.`,
  "left-out": () => t`Somebody decided to leave it out.`,
  "said-another": () => t`Somebody looked: this is another person.`,
  "said-same": () => t`Somebody looked: this is the same person. What is empty here is filled in.`,
  "person-not-taken": ({ place }) => t`The person it belongs to, ${place}, is not taken.`,
  "person-asked": ({ place }) => t`It waits with the person it belongs to, ${place}.`,
  "reference-to-nowhere": ({ value }) =>
    t`The person it belongs to is neither in the file nor known from before: ${value}`,
  "newer-version-kept": () =>
    t`It came before and says something else now: the newer one is kept, the earlier stays in the records.`,
  "differs-here": ({ field }) => t`${field} is said differently. What is here stays.`,
  "patient-retired": () => t`The record of this person here is out of use.`,
} satisfies FindingWords;

const words: Readonly<Record<FindingCode, FindingWords[string]>> = { ...ofPeople, ...ofOthers };

/** Names of what a file says of a person or a policy. */
export const importFactWords: Readonly<Record<string, MessageDescriptor>> = {
  birthDate: msg`Birth date`,
  givenName: msg`Given name`,
  middleName: msg`Middle name`,
  familyName: msg`Family name`,
  nameSuffix: msg`Suffix`,
  preferredName: msg`Preferred name`,
  formerNames: msg`Former names`,
  nicknames: msg`Nicknames`,
  pronouns: msg`Pronouns`,
  sexAtBirth: msg`Sex at birth`,
  gender: msg`Gender`,
  language: msg`Language`,
  phone: msg`Telephone`,
  email: msg`E-mail`,
  address: msg`Address`,
  memberNumber: msg`Member number`,
  groupNumber: msg`Group number`,
  planName: msg`Plan`,
  effectiveFrom: msg`First day`,
  effectiveTo: msg`Last day`,
  subscriberName: msg`Holder`,
  recordNumber: msg`Record number`,
  wholeName: msg`Whole name`,
  formerName: msg`Former name`,
  street: msg`Street`,
  unit: msg`Unit`,
  city: msg`City`,
  state: msg`State`,
  postalCode: msg`ZIP`,
  contactName: msg`Emergency contact`,
  contactPhone: msg`Telephone of the contact`,
  contactRelation: msg`What the contact is to them`,
};

const sayField = (field: string | null): string => {
  const known = importFactWords[field ?? ""];
  return known === undefined ? (field ?? "") : i18n._(known);
};

/** What was found of an entry, as a sentence. The entries of a table are counted by its lines. */
export const sayFinding = ({ code, field, value }: Finding, isByLine: boolean): string => {
  const said = value ?? "";
  const place = isByLine ? t`line ${said}` : t`entry #${said}`;
  return words[code]({ field: sayField(field), value: said, place });
};

import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { spokenPhone } from "#domain/basics/phone.ts";
import { positions } from "#domain/practice/position.ts";
import { credentialKinds } from "#domain/practice/credential-code.ts";
import { sayCalendarDate, sayZone } from "#web/platform/dates.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";
import { kindWords } from "#web/practice/credential-words.ts";
import { patientWordWords } from "#web/practice/organization-words.ts";
import { positionWords } from "#web/practice/position-words.ts";

/** What each field of a record is called, in forms and in its history. */
export const factWords = {
  staff: msg`Colleague`,
  site: msg`Site`,
  name: msg`Name`,
  slug: msg`Public address`,
  givenName: msg`Given name`,
  familyName: msg`Family name`,
  credentialsShown: msg`Letters behind the name`,
  position: msg`Position`,
  homeSite: msg`Based at`,
  homeSiteId: msg`Based at`,
  supervisor: msg`Supervisor`,
  supervisorId: msg`Supervisor`,
  code: msg`Credential`,
  kind: msg`Kind`,
  street: msg`Street`,
  unit: msg`Suite or floor`,
  city: msg`City`,
  state: msg`State`,
  postalCode: msg`ZIP code`,
  number: msg`Number`,
  issuedOn: msg`First day`,
  expiresOn: msg`Last day`,
  needsSupervision: msg`Counts only under supervision`,
  seats: msg`Seats`,
  hasVideo: msg`Video equipment`,
  zone: msg`Time zone`,
  email: msg`E-mail`,
  crisisPhone: msg`Crisis line`,
  phone: msg`Phone`,
  npi: msg`NPI`,
  taxId: msg`Tax ID`,
  startedOn: msg`Started`,
  patientWord: msg`Word for the people in care`,
  isListed: msg`Shown to the public`,
} as const satisfies Record<string, MessageDescriptor>;
const known = <Code extends string>(
  i18n: I18n,
  codes: readonly Code[],
  words: Readonly<Record<Code, MessageDescriptor>>,
  value: string,
): string => {
  const code = codes.find((one) => one === value);
  return code === undefined ? value : i18n._(words[code]);
};

const positionCodes = positions.map((position) => position.code);

const sayText = (i18n: I18n, name: string, value: string): string => {
  switch (name) {
    case "phone":
    case "crisisPhone":
      return /^\d{10}$/.test(value) ? spokenPhone(value) : value;
    case "zone":
      return sayZone(value);
    case "startedOn":
    case "issuedOn":
    case "expiresOn":
      return sayCalendarDate(value);
    case "position":
      return known(i18n, positionCodes, positionWords, value);
    case "kind":
      return known(i18n, credentialKinds, kindWords, value);
    case "patientWord":
      return known(i18n, ["patient", "client", "member", "participant"], patientWordWords, value);
    default:
      return value;
  }
};

const hasName = (value: unknown): value is { readonly name: string } =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";

/** A value of a field as people say it. */
export const sayFact = (i18n: I18n, name: string, value: unknown): string => {
  if (value === null || value === undefined || value === "") return i18n._(msg`none`);
  if (typeof value === "boolean") return i18n._(value ? msg`yes` : msg`no`);
  if (hasName(value)) return value.name;
  return typeof value === "string" ? sayText(i18n, name, value) : JSON.stringify(value);
};

/** Names and values as the history of these records says them. */
export const historyWords: HistoryWords = { fields: factWords, say: sayFact };

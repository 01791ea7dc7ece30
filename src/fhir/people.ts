import { emailSchema } from "#domain/basics/email.ts";
import { phoneSchema } from "#domain/basics/phone.ts";
import { usAddressSchema, type UsAddress } from "#domain/basics/us-address.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import { filled, splitName, type NameParts } from "#domain/imports/name-parts.ts";
import { stateCode } from "#domain/imports/state-code.ts";
import type { FhirAddress, FhirContactPoint, FhirHumanName } from "#fhir/datatypes.ts";

export const partsOfName = (name: FhirHumanName): NameParts => {
  const [given, ...middle] = (name.given ?? []).flatMap((part) => filled(part) ?? []);
  const family = filled(name.family);
  const text = filled(name.text);
  if (given === undefined && family === undefined && text !== undefined) return splitName(text);
  const suffix = filled((name.suffix ?? []).join(" "));
  return { given, middle: filled(middle.join(" ")), family, suffix };
};

/** A name in one piece, as somebody is called. */
export const wholeName = (name: FhirHumanName): string | undefined =>
  filled(name.text) ??
  filled([...(name.given ?? []), name.family, ...(name.suffix ?? [])].filter(Boolean).join(" "));

/** The first name of these uses, in the order of the uses; `undefined` stands for a name without use. */
export const nameFor = (
  names: readonly FhirHumanName[],
  uses: readonly (string | undefined)[],
): FhirHumanName | undefined => {
  for (const use of uses) {
    const found = names.find((name) => name.use === use);
    if (found !== undefined) return found;
  }
  return undefined;
};

const byRank = (one: FhirContactPoint, other: FhirContactPoint): number =>
  (one.rank ?? 99) - (other.rank ?? 99);

const telephoneUses = ["mobile", "home", undefined, "temp", "work"];

const inUseOrder = (one: FhirContactPoint, other: FhirContactPoint): number =>
  byRank(one, other) || telephoneUses.indexOf(one.use) - telephoneUses.indexOf(other.use);

/** What a person is reached by: the first telephone and e-mail address that can be read; the others are named. */
export const reachedBy = (
  points: readonly FhirContactPoint[],
): { phone: string | null; email: string | null; notes: readonly Finding[] } => {
  const current = points.filter(({ use, value }) => use !== "old" && filled(value) !== undefined);
  const phones = current.filter(({ system }) => system === "phone" || system === "sms");
  const emails = current.filter(({ system }) => system === "email");
  const read = {
    phones: phones.toSorted(inUseOrder).map(({ value }) => phoneSchema.safeParse(value).data),
    emails: emails.toSorted(byRank).map(({ value }) => emailSchema.safeParse(value).data),
  };
  const phone = read.phones.find((value) => value !== undefined) ?? null;
  const email = read.emails.find((value) => value !== undefined) ?? null;
  const notes: Finding[] = [];
  if (read.phones.includes(undefined)) notes.push(finding("phone-unreadable", "phone"));
  if (read.emails.includes(undefined)) notes.push(finding("email-unreadable", "email"));
  if (new Set(read.phones.filter((value) => value !== undefined)).size > 1)
    notes.push(finding("more-phones", "phone"));
  if (new Set(read.emails.filter((value) => value !== undefined)).size > 1)
    notes.push(finding("more-emails", "email"));
  return { phone, email, notes };
};

const addressUses = ["home", undefined, "temp", "work"];

/** Where somebody lives, as a claim can carry it; a note where there is an address that is none in the United States. */
export const livesAt = (
  addresses: readonly FhirAddress[],
): { address: UsAddress | null; notes: readonly Finding[] } => {
  const current = addresses
    .filter(({ use }) => addressUses.includes(use))
    .toSorted((one, other) => addressUses.indexOf(one.use) - addressUses.indexOf(other.use));
  const [first] = current;
  if (first === undefined) return { address: null, notes: [] };
  const [street, ...rest] = first.line ?? [];
  const read = usAddressSchema.safeParse({
    street,
    unit: filled(rest.join(", ")),
    city: first.city,
    state: stateCode(first.state ?? ""),
    postalCode: first.postalCode,
  });
  const notes = read.success ? [] : [finding("address-incomplete", "address")];
  if (current.length > 1) notes.push(finding("more-addresses", "address"));
  return { address: read.data ?? null, notes };
};

import type { IncomingPatient } from "#domain/imports/incoming.ts";
import type { Patient } from "#domain/patients/patient.ts";

const fillable = [
  "middleName",
  "nameSuffix",
  "preferredName",
  "pronouns",
  "sexAtBirth",
  "gender",
  "phone",
  "email",
  "address",
] as const;
const alsoCompared = ["givenName", "familyName", "birthDate"] as const;

type Facts = IncomingPatient["facts"];

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const union = (ours: readonly string[], theirs: readonly string[]): string[] =>
  [...new Set([...ours, ...theirs])].slice(0, 8);

const filledIn = (before: Patient, facts: Facts): Partial<Facts> =>
  Object.fromEntries(
    fillable.flatMap((field) =>
      before[field] === null && facts[field] !== null ? [[field, facts[field]] as const] : [],
    ),
  );

/**
 * What a person known here gains from another system: what is empty here and said there, and further names. What is said
 * differently stays as it is here, and is named: which of two is right, a file cannot tell.
 */
export const joinPatient = (
  before: Patient,
  facts: Facts,
): { readonly changed: Partial<Facts>; readonly differing: readonly string[] } => {
  const names = {
    formerNames: union(before.formerNames, facts.formerNames),
    nicknames: union(before.nicknames, facts.nicknames),
  };
  const moreNames = Object.fromEntries(
    (["formerNames", "nicknames"] as const).flatMap((field) =>
      isSame(names[field], before[field]) ? [] : [[field, names[field]] as const],
    ),
  );
  const differing = [...fillable, ...alsoCompared].filter(
    (field) =>
      before[field] !== null && facts[field] !== null && !isSame(before[field], facts[field]),
  );
  return { changed: { ...filledIn(before, facts), ...moreNames }, differing };
};

import { forgivenSlips, searchKey, slipsBetween, wordsOf } from "#domain/patients/search-key.ts";
import type { Names } from "#domain/patients/search-names.ts";

const shortest = 3;

/** `Dan` and `Daniel`: one is how the other begins. */
const begins = (short: string, long: string): boolean =>
  short.length >= shortest && long.startsWith(short);

const areLike = (one: string, other: string): boolean =>
  slipsBetween(one, other) <= forgivenSlips(one) || begins(one, other) || begins(other, one);

const shareOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => areLike(one, other)));

const words = (names: readonly (string | null)[]): string[] =>
  names.flatMap((name) => wordsOf(searchKey(name ?? "")));

const givenWords = ({ givenName, preferredName, nicknames }: Names): string[] =>
  words([givenName, preferredName, ...nicknames]);
const familyWords = ({ familyName, formerNames }: Names): string[] =>
  words([familyName, ...formerNames]);

/**
 * Whether two names may be one person's: like given names or the names used for them, and like family names, now or
 * formerly; or the two put down in the other's place.
 */
export const areLikeNames = (one: Names, other: Names): boolean => {
  const [given, family] = [givenWords(one), familyWords(one)];
  const [otherGiven, otherFamily] = [givenWords(other), familyWords(other)];
  return (
    (shareOne(given, otherGiven) && shareOne(family, otherFamily)) ||
    (shareOne(given, otherFamily) && shareOne(family, otherGiven))
  );
};

/** The former name that a change of the legal name leaves behind; null where it only mended a slip of the pen. */
export const formerNameAfter = (
  before: { readonly givenName: string; readonly familyName: string },
  after: { readonly givenName: string; readonly familyName: string },
): string | null => {
  const slips =
    slipsBetween(searchKey(before.givenName), searchKey(after.givenName)) +
    slipsBetween(searchKey(before.familyName), searchKey(after.familyName));
  return slips > 2 ? `${before.givenName} ${before.familyName}` : null;
};

import {
  forgivenSlips,
  isOneSlip,
  searchKey,
  slipsBetween,
  wordsOf,
} from "#domain/patients/search-key.ts";
import type { Names } from "#domain/patients/search-names.ts";

const shortest = 3;

/** `Dan` and `Daniel`: one is how the other begins. */
const begins = (short: string, long: string): boolean =>
  short.length >= shortest && long.startsWith(short);

const areLike = (one: string, other: string): boolean => {
  if (begins(one, other) || begins(other, one)) return true;
  const forgiven = forgivenSlips(one);
  if (forgiven === 0 || one === other) return one === other;
  if (forgiven === 1) return isOneSlip(one, other);
  // Each slip makes a word longer or shorter by one letter at most, which may be two units of a string.
  const isTooFar = Math.abs(one.length - other.length) > 2 * forgiven;
  return !isTooFar && slipsBetween(one, other) <= forgiven;
};

const shareOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => areLike(one, other)));

const words = (names: readonly (string | null)[]): string[] =>
  names.flatMap((name) => wordsOf(searchKey(name ?? "")));

const givenWords = ({ givenName, preferredName, nicknames }: Names): string[] =>
  words([givenName, preferredName, ...nicknames]);
const familyWords = ({ familyName, formerNames }: Names): string[] =>
  words([familyName, ...formerNames]);

/**
 * Tells of any other name whether it may be this person's: like given names or the names used for them, and like family names,
 * now or formerly; or the two put down in the other's place.
 */
export const likeNamesOf = (one: Names): ((other: Names) => boolean) => {
  const [given, family] = [givenWords(one), familyWords(one)];
  return (other) => {
    const [otherGiven, otherFamily] = [givenWords(other), familyWords(other)];
    return (
      (shareOne(given, otherGiven) && shareOne(family, otherFamily)) ||
      (shareOne(given, otherFamily) && shareOne(family, otherGiven))
    );
  };
};

/** Whether two names may be one person's. */
export const areLikeNames = (one: Names, other: Names): boolean => likeNamesOf(one)(other);

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

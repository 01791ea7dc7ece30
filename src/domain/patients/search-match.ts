import {
  beginningKeys,
  forgivenSlips,
  isOneSlip,
  searchKey,
  slipsToPrefixOf,
  wholeKeys,
  wordsOf,
} from "#domain/patients/search-key.ts";

/** Tells of any names, whichever way they are written, whether each word that was typed begins, or nearly begins, a word of them. */
export const matcherOf = (typed: readonly string[]): ((names: string) => boolean) => {
  const asked = typed.map((one) => ({
    one,
    slipsTo: slipsToPrefixOf(one),
    most: forgivenSlips(one),
  }));
  return (names) => {
    const words = wordsOf(searchKey(names));
    return asked.every(
      ({ one, slipsTo, most }) =>
        words.some((word) => word.startsWith(one)) ||
        (most > 0 && words.some((word) => slipsTo(word) <= most)),
    );
  };
};

const mostTyped = 4;
const leastInCompany = 3;

/** A word of three letters alone is nearly everything; beside another word it may be a slip. */
const mayBeSlip = (word: string, typed: readonly string[]): boolean =>
  forgivenSlips(word) > 0 || (typed.length > 1 && [...word].length >= leastInCompany);

/** The keys under which the words one slip away from what was typed are found. */
export const wholeKeysOfTyped = (typed: readonly string[]): string[] => {
  const first = typed.slice(0, mostTyped);
  return [...new Set(first.filter((word) => mayBeSlip(word, first)).flatMap(wholeKeys))];
};

/** The keys under which long words are found that are not typed to their end, or hold a second slip. */
export const beginningKeysOfTyped = (typed: readonly string[]): string[] => [
  ...new Set(typed.slice(0, mostTyped).flatMap(beginningKeys)),
];

/** What a name may begin with; `others` are further words that must begin somewhere in it. A lower rank is shown first. */
export interface Beginning {
  readonly text: string;
  readonly others: readonly string[];
  readonly rank: number;
}

const ranked =
  (rank: number) =>
  (words: readonly string[]): Beginning => ({ text: words.join(" "), others: [], rank });

/** Begins with the longest word: it narrows most. */
const inAnyOrder =
  (rank: number) =>
  (words: readonly string[]): Beginning[] => {
    const [longest, ...others] = words.toSorted((one, other) => other.length - one.length);
    return longest === undefined || others.length === 0 ? [] : [{ text: longest, others, rank }];
  };

const turnsOf = (words: readonly string[]): string[][] =>
  words.map((_, place) => [...words.slice(place), ...words.slice(0, place)]);

const leastOfPart = 2;

/** A space missed or added: `fontainediaz` is `fontaine diaz`, `mc donald` is `mcdonald`. */
const spaceSlips = (words: readonly string[]): string[][] =>
  words.flatMap((word, place) => {
    const letters = [...word];
    const cuts =
      letters.length <= leastOfPart * 2 ? [] : letters.slice(leastOfPart, 1 - leastOfPart);
    const next = words[place + 1];
    return [
      ...cuts.map((_, cut) =>
        words.toSpliced(
          place,
          1,
          letters.slice(0, cut + leastOfPart).join(""),
          letters.slice(cut + leastOfPart).join(""),
        ),
      ),
      ...(next === undefined ? [] : [words.toSpliced(place, 2, `${word}${next}`)]),
    ];
  });

/**
 * What may have been meant where one slip was made, or where words are in another order: first the words as they are, then
 * every way in which one of them is a slip. Each is a text that a name begins with, so that each costs one look into the index.
 */
export const oneSlipBeginnings = (
  typed: readonly string[],
  known: readonly string[],
): Beginning[] => {
  const words = typed.slice(0, mostTyped);
  const meant = words.flatMap((word, place) =>
    mayBeSlip(word, words)
      ? known.filter((one) => isOneSlip(word, one)).map((one) => words.toSpliced(place, 1, one))
      : [],
  );
  const turns = words.length === 3 ? turnsOf : (one: readonly string[]) => [[...one]];
  return [
    ...turnsOf(words).map(ranked(0)),
    ...inAnyOrder(1)(words),
    ...meant.flatMap(turns).map(ranked(2)),
    ...spaceSlips(words).map(ranked(2)),
  ];
};

const mostMeant = 6;
const mostTogether = 24;
const mostSlipsTogether = 3;

interface Meant {
  readonly word: string;
  readonly slips: number;
}

/** What may have been meant by one typed word: itself, then known words by the number of slips. */
const meantBy = (typed: string, known: readonly string[]): Meant[] => {
  const [slipsTo, most] = [slipsToPrefixOf(typed), forgivenSlips(typed)];
  const near = known
    .map((word) => ({ word, slips: slipsTo(word) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .toSorted((one, other) => one.slips - other.slips || one.word.length - other.word.length);
  return [{ word: typed, slips: 0 }, ...near.slice(0, mostMeant)];
};

const together = (perWord: readonly (readonly Meant[])[]): (readonly Meant[])[] =>
  perWord.reduce<(readonly Meant[])[]>(
    (all, meant) => all.flatMap((before) => meant.map((one) => [...before, one])),
    [[]],
  );

const slipsOf = (meant: readonly Meant[]): number =>
  meant.reduce((sum, { slips }) => sum + slips, 0);

const mostInAnyOrder = 8;

/** What may have been meant with several slips, or by words not typed to their end: fewest slips first. */
export const farBeginnings = (typed: readonly string[], known: readonly string[]): Beginning[] => {
  const meant = together(typed.slice(0, mostTyped).map((word) => meantBy(word, known)))
    .filter((one) => slipsOf(one) <= mostSlipsTogether)
    .toSorted((one, other) => slipsOf(one) - slipsOf(other))
    .slice(0, mostTogether)
    .map((one) => one.map(({ word }) => word));
  return [
    ...meant.map((words, place) => ranked(place)(words)),
    ...meant
      .slice(0, mostInAnyOrder)
      .flatMap((words, place) => inAnyOrder(mostTogether + place)(words)),
  ];
};

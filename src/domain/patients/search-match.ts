import { forgivenSlips, slipKeys, slipsToPrefix } from "#domain/patients/search-key.ts";
import { searchNames, searchWords, type Names } from "#domain/patients/search-names.ts";

const isLike = (typed: string, word: string): boolean =>
  word.startsWith(typed) || slipsToPrefix(typed, word) <= forgivenSlips(typed);

/** Whether each word that was typed begins, or nearly begins, a word of somebody's names. */
export const matchesNames = (typed: readonly string[], names: Names): boolean => {
  const words = searchWords(searchNames(names));
  return typed.every((one) => words.some((word) => isLike(one, word)));
};

const mostTyped = 4;

/** The keys under which the words that may have been meant are found. */
export const keysOfTyped = (typed: readonly string[]): string[] => [
  ...new Set(typed.slice(0, mostTyped).flatMap(slipKeys)),
];

const mostMeant = 6;
const mostTogether = 24;
const mostSlipsTogether = 3;

interface Meant {
  readonly word: string;
  readonly slips: number;
}

/** What may have been meant by one typed word: itself, then known words by the number of slips. */
const meantBy = (typed: string, known: readonly string[]): Meant[] => [
  { word: typed, slips: 0 },
  ...known
    .map((word) => ({ word, slips: slipsToPrefix(typed, word) }))
    .filter(({ word, slips }) => slips > 0 && slips <= forgivenSlips(typed) && word !== typed)
    .toSorted((one, other) => one.slips - other.slips || one.word.length - other.word.length)
    .slice(0, mostMeant),
];

const together = (perWord: readonly (readonly Meant[])[]): (readonly Meant[])[] =>
  perWord.reduce<(readonly Meant[])[]>(
    (all, meant) => all.flatMap((before) => meant.map((one) => [...before, one])),
    [[]],
  );

const slipsOf = (meant: readonly Meant[]): number =>
  meant.reduce((sum, { slips }) => sum + slips, 0);

/** What may have been meant by everything that was typed, fewest slips first, the text itself before all. */
export const meantTexts = (typed: readonly string[], known: readonly string[]): string[][] =>
  together(typed.slice(0, mostTyped).map((word) => meantBy(word, known)))
    .filter((meant) => slipsOf(meant) <= mostSlipsTogether)
    .toSorted((one, other) => slipsOf(one) - slipsOf(other))
    .slice(0, mostTogether)
    .map((meant) => meant.map(({ word }) => word));

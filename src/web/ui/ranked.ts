const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** How well a text answers one word: a name's beginning before a word's beginning before any place; 0 is not at all. */
const scoreWord = (name: string, word: string): number => {
  if (name.startsWith(word)) return 3;
  if (name.includes(` ${word}`)) return 2;
  return name.includes(word) ? 1 : 0;
};

/**
 * The beginning of another word it goes by, just below the beginning of a word of its name and above the middle of one: what
 * offers to search for whatever is typed holds each of its words and stands behind a screen that is called so.
 */
const scoreAlso = (also: string, word: string): number => {
  if (also.includes(` ${word}`)) return 1.9;
  return also.includes(word) ? 0.5 : 0;
};

/** What something is found by: its name, and words that count less. */
export interface Findable {
  readonly name: string;
  readonly also?: string | undefined;
}

const score = (one: Findable, words: readonly string[]): number => {
  const name = plain(one.name);
  const also = ` ${plain(one.also ?? "")}`;
  let sum = 0;
  for (const word of words) {
    const best = Math.max(scoreWord(name, word), scoreAlso(also, word));
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
};

/** Those in which every word of the text is found, best first; all of them, as they came, without a text. */
export const ranked = <One extends Findable>(all: readonly One[], text: string): readonly One[] => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  return all
    .map((one) => ({ one, score: score(one, words) }))
    .filter((scored) => scored.score > 0)
    .toSorted((first, second) => second.score - first.score)
    .map((scored) => scored.one);
};

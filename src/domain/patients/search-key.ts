/** Letters that are no base letter with a mark, as people without them on the keyboard type them. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};
const special = new RegExp(`[${Object.keys(plain).join("")}]`, "gu");

/** Inside a word and not heard: apostrophes of every kind, dots, joiners, the Arabic lengthening. */
const silent = /['’‘ʻʼ`´.\u0640\u200b-\u200f\u2060]/gu;

/**
 * A name as it is searched: without capitals, accents and apostrophes, hyphens as spaces. `O’Brien-Łukasz` becomes
 * `obrien lukasz`; scripts without capitals stay what they are. What is typed and what is stored pass through here alike.
 */
export const searchKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(special, (letter) => plain[letter] ?? letter)
    .replace(silent, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export const wordsOf = (key: string): string[] => key.split(" ").filter((word) => word !== "");

const searchLetters = 7;
const leastLetters = 4;

/** The keys a word is stored and looked up under: its first letters, and these with one letter left out. */
export const slipKeys = (word: string): string[] => {
  const letters = [...word].slice(0, searchLetters);
  if (letters.length < leastLetters) return [];
  const without = letters.map((_, place) => letters.toSpliced(place, 1).join(""));
  return [...new Set([letters.join(""), ...without])];
};

const rowAfter = (
  rows: { readonly before: readonly number[]; readonly last: readonly number[] },
  place: number,
  typed: readonly string[],
  word: readonly string[],
): number[] => {
  const row = [place];
  for (let column = 1; column <= word.length; column += 1) {
    const isSame = typed[place - 1] === word[column - 1];
    const swapped =
      place > 1 && typed[place - 1] === word[column - 2] && typed[place - 2] === word[column - 1];
    row.push(
      Math.min(
        (rows.last[column] ?? 0) + 1,
        (row[column - 1] ?? 0) + 1,
        (rows.last[column - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (rows.before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    );
  }
  return row;
};

/** How many letters were missed, added, mistaken or swapped with their neighbour between two words (Damerau's distance). */
export const slipsBetween = (typed: string, word: string): number => {
  const [a, b] = [[...typed], [...word]];
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let place = 1; place <= a.length; place += 1)
    [before, last] = [last, rowAfter({ before, last }, place, a, b)];
  return last.at(-1) ?? 0;
};

/** How far what was typed is from a word that may not be typed to its end yet. */
export const slipsToPrefix = (typed: string, word: string): number => {
  const { length } = [...typed];
  const letters = [...word];
  const ends = [length - 1, length, length + 1].filter((end) => end > 0 && end < letters.length);
  return Math.min(
    slipsBetween(typed, word),
    ...ends.map((end) => slipsBetween(typed, letters.slice(0, end).join(""))),
  );
};

/** How many slips a word of this length forgives. */
export const forgivenSlips = (typed: string): number => {
  const { length } = [...typed];
  if (length < leastLetters) return 0;
  return length < 8 ? 1 : 2;
};

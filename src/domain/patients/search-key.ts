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

const leastLetters = 4;
const wholeLetters = 24;
const beginningLetters = 7;

const withoutOne = (letters: readonly string[]): string[] =>
  letters.map((_, place) => letters.toSpliced(place, 1).join(""));

/**
 * The keys of a word as a whole: itself, and itself with one letter left out. Two words that are one slip apart have a key
 * in common, wherever the slip is; words are found by equality, however many there are. `=` tells them from beginnings.
 */
export const wholeKeys = (word: string): string[] => {
  const letters = [...word].slice(0, wholeLetters);
  if (letters.length < 2) return [];
  const shorter = letters.length === 2 ? [] : withoutOne(letters);
  return [...new Set([letters.join(""), ...shorter])].map((key) => `=${key}`);
};

/** The keys of the beginning of a long word, which is found before it is typed to its end, or with a second slip after it. */
export const beginningKeys = (word: string): string[] => {
  const letters = [...word].slice(0, beginningLetters);
  if (letters.length < beginningLetters - 1) return [];
  return [...new Set([letters.join(""), ...withoutOne(letters)])];
};

/** All keys that a word of a name is kept under. What its whole keys find already needs no beginning. */
export const keysKept = (word: string): string[] =>
  [...word].length > beginningLetters
    ? [...wholeKeys(word), ...beginningKeys(word)]
    : wholeKeys(word);

/** Whether two words differ by one letter missed, added or mistaken, or by two neighbours swapped, and by nothing else. */
export const isOneSlip = (typed: string, word: string): boolean => {
  const [a, b] = [[...typed], [...word]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1];
  const [leftA, leftB] = [endA - start, endB - start];
  if (leftA <= 1 && leftB <= 1) return leftA + leftB > 0;
  return leftA === 2 && leftB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
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

/** The slips between what was typed and every beginning of a word, by the number of its letters. */
const slipsToEach = (typed: readonly string[], word: readonly string[]): readonly number[] => {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let place = 1; place <= typed.length; place += 1)
    [before, last] = [last, rowAfter({ before, last }, place, typed, word)];
  return last;
};

/** How many letters were missed, added, mistaken or swapped with their neighbour between two words (Damerau's distance). */
export const slipsBetween = (typed: string, word: string): number =>
  slipsToEach([...typed], [...word]).at(-1) ?? 0;

/** How far what was typed is from a word that may not be typed to its end yet. */
export const slipsToPrefix = (typed: string, word: string): number => {
  const letters = [...typed];
  // Two letters more than were typed are two slips already: what comes after them does not matter.
  const slips = slipsToEach(letters, [...word].slice(0, letters.length + 2));
  return Math.min(...slips.slice(Math.max(1, letters.length - 1)), slips.at(-1) ?? 0);
};

/** How many slips a word of this length forgives. */
export const forgivenSlips = (typed: string): number => {
  const { length } = [...typed];
  if (length < leastLetters) return 0;
  return length < 8 ? 1 : 2;
};

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
  // A letter is two units of a string at most.
  if (Math.abs(typed.length - word.length) > 2) return false;
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

/** A word letter by letter; most words are so already, and hundreds of them are held against one. */
const lettersOf = (word: string): ArrayLike<string> =>
  /[\ud800-\udfff]/.test(word) ? [...word] : word;

/**
 * The slips between what was typed and every beginning of a word, by the number of its letters: of beginnings whose length
 * differs by `most` letters at most, as far as there are no more than `most` slips. Undefined where there are more to each.  What
 * it answers holds until the next word.
 */
const slipsFrom = (typed: ArrayLike<string>, most: number) => {
  const far = most + 1;
  let [before, last, row]: [number[], number[], number[]] = [[], [], []];
  return (word: ArrayLike<string>): readonly number[] | undefined => {
    for (let column = 0; column <= far; column += 1) last[column] = column;
    let leastOfLast = 0;
    for (let place = 1; place <= typed.length; place += 1) {
      const [from, to] = [Math.max(1, place - most), Math.min(word.length, place + most)];
      const letter = typed[place - 1];
      let least = from === 1 ? place : far;
      row[from - 1] = least;
      for (let column = from; column <= to; column += 1) {
        const other = word[column - 1];
        let slips = (last[column - 1] ?? far) + (letter === other ? 0 : 1);
        slips = Math.min(slips, (last[column] ?? far) + 1, (row[column - 1] ?? far) + 1, far);
        if (letter !== other && column > 1 && place > 1)
          if (letter === word[column - 2] && typed[place - 2] === other)
            slips = Math.min(slips, (before[column - 2] ?? far) + 1);
        row[column] = slips;
        if (slips < least) least = slips;
      }
      row[to + 1] = far;
      if (least > most && leastOfLast >= most) return undefined;
      leastOfLast = least;
      [before, last, row] = [last, row, before];
    }
    return last;
  };
};

/** How many letters were missed, added, mistaken or swapped with their neighbour between two words (Damerau's distance). */
export const slipsBetween = (typed: string, word: string): number => {
  const [one, other] = [lettersOf(typed), lettersOf(word)];
  const most = Math.max(one.length, other.length);
  return slipsFrom(one, most)(other)?.[other.length] ?? most;
};

/** How many slips a word of this length forgives. */
export const forgivenSlips = (typed: string): number => {
  const { length } = [...typed];
  if (length < leastLetters) return 0;
  return length < 8 ? 1 : 2;
};

/** Which units a word has, as bits; several share one. */
const unitsIn = (word: string): number => {
  let units = 0;
  for (let place = 0; place < word.length; place += 1) units |= 1 << (word.charCodeAt(place) & 31);
  return units;
};

/** Whether more bits are set than `most`. */
const isMoreThan = (bits: number, most: number): boolean => {
  let left = bits;
  for (let taken = 0; taken < most; taken += 1) left &= left - 1;
  return left !== 0;
};

/**
 * Tells of any word, which may not be typed to its end yet, how far what was typed is from it; more slips than this length
 * forgives are told as one more.
 */
export const slipsToPrefixOf = (typed: string): ((word: string) => number) => {
  const letters = lettersOf(typed);
  const most = forgivenSlips(typed);
  const slipsTo = slipsFrom(letters, most);
  const [units, mostUnits] = [unitsIn(typed), letters.length === typed.length ? most : 2 * most];
  return (word) => {
    // Every letter that was typed and is nowhere in the word is a slip.
    if (isMoreThan(units & ~unitsIn(word), mostUnits)) return most + 1;
    const others = lettersOf(word);
    const slips = others.length < letters.length - most ? undefined : slipsTo(others);
    if (slips === undefined) return most + 1;
    let least = most + 1;
    const longest = Math.min(others.length, letters.length + most);
    const shortest = Math.min(longest, Math.max(1, letters.length - most));
    for (let length = shortest; length <= longest; length += 1)
      least = Math.min(least, slips[length] ?? least);
    return least;
  };
};

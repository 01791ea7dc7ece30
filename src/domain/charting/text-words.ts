/** One word of a text, where it stands, and how it is written. */
export interface TextWord {
  /** Folded: lower case, without accents and apostrophes. */
  readonly folded: string;
  readonly start: number;
  /** After the last character; a possessive `'s` is left out. */
  readonly end: number;
  readonly isPossessive: boolean;
  /** The halves of a double name, when both have a capital: Fontaine-Díaz, but not king-size. */
  readonly halves: readonly string[];
  /** Begins with a capital, and is not written in capitals alone. */
  readonly isCapitalized: boolean;
  readonly isAllCapitals: boolean;
  /** Nothing before it in its sentence, so that a capital says nothing. */
  readonly opensSentence: boolean;
  /** Nothing but a space between this word and the one before. */
  readonly followsDirectly: boolean;
}

const letters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  ß: "ss",
  œ: "oe",
  ð: "d",
  þ: "th",
};

/** A name or word as names are compared: Núñez is nunez, O’Brien is obrien. */
export const folded = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : foldedFully(text);

/** Most words need no more than this. */
const plain = /^[A-Za-z0-9 -]*$/u;

const foldedFully = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđıæßœðþ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/['’‘ʻ`]/gu, "");

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʻ`-][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /['’]s$/iu;
const opening = /[.!?:\n“"«•[]|[-–—]\s*$/u;

/** Most words of most sentences: small letters after one space. */
const plainWord = /^[a-z0-9]+$/;

const plainWordAt = (raw: string, start: number): TextWord => ({
  folded: raw,
  start,
  end: start + raw.length,
  isPossessive: false,
  halves: noHalves,
  isCapitalized: false,
  isAllCapitals: false,
  opensSentence: false,
  followsDirectly: true,
});

const noHalves: readonly string[] = [];

const wordAt = (text: string, raw: string, start: number, before: number): TextWord => {
  if (before > 0 && start === before + 1 && text[before] === " " && plainWord.test(raw))
    return plainWordAt(raw, start);
  const isPossessive = possessive.test(raw);
  const bare = isPossessive ? raw.slice(0, -2) : raw;
  const between = text.slice(before, start);
  const lettersOnly = bare.replace(/[^\p{L}]/gu, "");
  const isAllCapitals =
    lettersOnly.length > 1 &&
    lettersOnly === lettersOnly.toUpperCase() &&
    lettersOnly !== lettersOnly.toLowerCase();
  return {
    folded: folded(bare),
    start,
    end: start + bare.length,
    isPossessive,
    halves: /^\p{Lu}[^-]*(?:-\p{Lu}[^-]*)+$/u.test(bare) ? bare.split("-").map(folded) : [],
    isCapitalized: !isAllCapitals && /^\p{Lu}/u.test(bare),
    isAllCapitals,
    opensSentence: before === 0 ? !/\p{L}/u.test(between) : opening.test(between),
    followsDirectly: before > 0 && /^\s+$/u.test(between),
  };
};

const asciiText = /^\p{ASCII}*$/u;
const asciiWord = /[a-z0-9]+(?:['`-][a-z0-9]+)*/g;
const asciiMark = /['`]/;
const asciiFolded = (word: string): string => word.replace(/'s$/, "").replace(/['`]/g, "");

const asciiWordsOf = (text: string): readonly string[] => {
  const words = text.toLowerCase().match(asciiWord) ?? [];
  return asciiMark.test(text) ? words.map(asciiFolded) : words;
};

/** The same words as those of `wordsOf`, folded, without their places. Most sentences are ASCII, which is read in a third of the time. */
export const foldedWordsOf = (text: string): readonly string[] =>
  asciiText.test(text)
    ? asciiWordsOf(text)
    : Array.from(text.matchAll(wordPattern), ([raw]) =>
        folded(possessive.test(raw) ? raw.slice(0, -2) : raw),
      );

/** The words of a text in their order. */
export const wordsOf = (text: string): readonly TextWord[] => {
  const words: TextWord[] = [];
  let before = 0;
  for (const { 0: raw, index } of text.matchAll(wordPattern)) {
    words.push(wordAt(text, raw, index, before));
    before = index + raw.length;
  }
  return words;
};

import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWordsOf, wordsOf } from "#domain/charting/text-words.ts";

const unit = fc.constantFrom(
  "a",
  "b",
  "Z",
  "0",
  "9",
  " ",
  "'",
  "`",
  ".",
  ",",
  "\n",
  "'s",
  "'S",
  "’s",
  " ",
  "é",
  "Ł",
  "-",
  "--",
  "s'",
);

test("the quick reading of words finds the words of the whole one, folded alike", () => {
  const text = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(text, (words) => {
      expect(foldedWordsOf(words)).toEqual(wordsOf(words).map(({ folded }) => folded));
    }),
    { numRuns: 3000 },
  );
});

test("a word of small letters after one space is read as it is after two", () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom("Ana", "the", "s", "x9", "O’Neil's", "a-b", "NA", "“so", "end.", "–", "9"),
      fc.string({ unit, maxLength: 6 }),
    ),
    { maxLength: 8 },
  );
  const read = (text: string) => wordsOf(text).map(({ start: _, end: __, ...word }) => word);
  fc.assert(
    fc.property(words, (text) => {
      expect(read(text.join(" "))).toEqual(read(text.join("  ")));
    }),
    { numRuns: 3000 },
  );
});

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

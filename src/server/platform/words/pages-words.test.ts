import { describe, expect, test } from "vitest";
import { pagesEn } from "#server/platform/words/pages-en.ts";
import { pagesEs } from "#server/platform/words/pages-es.ts";

const holes = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();

describe("the words of the public pages", () => {
  test("Spanish says everything that English says, with the same values", () => {
    const spanish = new Map(Object.entries<string>(pagesEs));
    expect([...spanish.keys()]).toEqual(Object.keys(pagesEn));
    for (const [key, sentence] of Object.entries(pagesEn))
      expect(holes(spanish.get(key) ?? ""), key).toEqual(holes(sentence));
  });

  test("no sentence is empty, shouts or has a straight apostrophe", () => {
    for (const catalogue of [pagesEn, pagesEs])
      for (const [key, sentence] of Object.entries<string>(catalogue)) {
        expect(sentence.trim(), key).toBe(sentence);
        expect(sentence, key).not.toMatch(/^$|[!']/);
      }
  });

  test("a sentence that Spanish left in English is a name or a term", () => {
    const same = Object.entries<string>(pagesEs).filter(([key, sentence]) =>
      Object.entries<string>(pagesEn).some(([other, text]) => other === key && text === sentence),
    );
    expect(same.map(([, sentence]) => sentence)).toEqual(["Crisis Text Line"]);
  });
});

import { describe, expect, it } from "vitest";
import { lettersEn } from "#server/platform/words/letters-en.ts";
import { lettersEs } from "#server/platform/words/letters-es.ts";
import { words } from "#server/platform/words/words.ts";

const seats = {
  en: { some: "{free} of {all} seats", none: "No seat" },
  es: { some: "{free} de {all} lugares", none: "Ningún lugar" },
} as const;

describe("sentences by key", () => {
  it("are filled in, in the language asked for", () => {
    expect(words(seats, "en")("some", { free: 2, all: 12 })).toBe("2 of 12 seats");
    expect(words(seats, "es")("some", { free: 2, all: 12 })).toBe("2 de 12 lugares");
    expect(words(seats, "es")("none")).toBe("Ningún lugar");
  });

  it("do not compile without their values, nor with an unknown key", () => {
    const say = words(seats, "en");
    // @ts-expect-error -- the sentence takes two values
    say("none", { free: 2 });
    // @ts-expect-error -- there is no such sentence
    expect(() => say("many")).toThrow();
    // @ts-expect-error -- one of two values is missing
    say("some", { free: 2 });
  });
});

describe("the letters' sentences", () => {
  const names = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
  it.each(Object.keys(lettersEn) as (keyof typeof lettersEn)[])(
    "%s takes the same values in both languages",
    (key) => expect(names(lettersEs[key])).toEqual(names(lettersEn[key])),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  forgivenSlips,
  isOneSlip,
  keysKept,
  searchKey,
  slipsBetween,
  slipsToPrefixOf,
  wholeKeys,
} from "#domain/patients/search-key.ts";

describe("a name as it is searched", () => {
  it.each([
    ["O’Brien", "obrien"],
    ["o'brien", "obrien"],
    ["Fontaine-Díaz", "fontaine diaz"],
    ["Łukasz Størmoß", "lukasz stormoss"],
    ["Nguyễn Thị Ánh", "nguyen thi anh"],
    ["ʻAlohilani", "alohilani"],
    ["St. John", "st john"],
    ["  Mary   Ann ", "mary ann"],
    ["محمّد", "محمد"],
    ["D’Angelo, Jr.", "dangelo jr"],
    ["渡辺", "渡辺"],
    ["🙂", ""],
  ])("%s is %s", (name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  it("is folded once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const key = searchKey(name);
        expect(searchKey(key)).toBe(key);
      }),
    );
  });
});

describe("slips", () => {
  it.each([
    ["velazquez", "velazquez", 0],
    ["velzquez", "velazquez", 1],
    ["velaazquez", "velazquez", 1],
    ["velasquez", "velazquez", 1],
    ["vealzquez", "velazquez", 1],
    ["okafor", "okonjo", 4],
    ["", "abc", 3],
  ])("between %s and %s are %i", (typed, word, slips) => {
    expect(slipsBetween(typed, word)).toBe(slips);
  });

  it("are the same in both directions, and none only between equals", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsBetween(one, other);
        expect(slipsBetween(other, one)).toBe(slips);
        expect(slips === 0).toBe(one === other);
      }),
    );
  });

  it("to the beginning of a longer word count only what was typed", () => {
    expect(slipsToPrefixOf("velzq")("velazquez")).toBe(1);
    expect(slipsToPrefixOf("okaf")("okafor")).toBe(0);
    expect(slipsToPrefixOf("smith")("okafor")).toBeGreaterThan(forgivenSlips("smith"));
  });

  it("to a beginning are the fewest to any beginning, as far as they are forgiven", () => {
    const few = fc.string({
      unit: fc.constantFrom("a", "b", "c", "𐐨"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(few, few, (typed, name) => {
        const letters = [...name];
        const fewest = Math.min(
          ...letters.map((_, place) => slipsBetween(typed, letters.slice(0, place + 1).join(""))),
        );
        const most = forgivenSlips(typed);
        expect(slipsToPrefixOf(typed)(name)).toBe(Math.min(fewest, most + 1));
      }),
      { numRuns: 2000 },
    );
  });

  const letter = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
  const word = (minLength: number) => fc.string({ unit: letter, minLength, maxLength: 14 });

  it("are one exactly where the distance is one", () => {
    fc.assert(
      fc.property(word(0), word(0), (one, other) => {
        expect(isOneSlip(one, other)).toBe(slipsBetween(one, other) === 1);
      }),
    );
    const short = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 5 });
    fc.assert(
      fc.property(short, short, (one, other) => {
        expect(isOneSlip(one, other)).toBe(slipsBetween(one, other) === 1);
      }),
    );
  });

  it("of one letter always leave a key in common, wherever they are", () => {
    const kinds = fc.constantFrom("drop", "add", "swap", "wrong");
    fc.assert(
      fc.property(word(3), fc.nat(), letter, kinds, (name, nat, other, kind) => {
        const letters = [...name];
        const place = nat % letters.length;
        const [here, next] = [letters[place] ?? "", letters[place + 1] ?? ""];
        const typed = {
          drop: letters.toSpliced(place, 1),
          add: letters.toSpliced(place, 0, other),
          swap: letters.toSpliced(place, 2, next, here),
          wrong: letters.toSpliced(place, 1, other),
        }[kind].join("");
        const kept = new Set(keysKept(name));
        expect(wholeKeys(typed).some((key) => kept.has(key))).toBe(typed.length >= 2);
      }),
    );
  });
});

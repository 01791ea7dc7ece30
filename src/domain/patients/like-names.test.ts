import fc from "fast-check";
import { expect, test } from "vitest";
import { isLikelySame } from "#domain/patients/duplicate.ts";
import { areLikeNames, formerNameAfter } from "#domain/patients/like-names.ts";
import { ageOn, birthDateProblem } from "#domain/patients/birth-date.ts";
import { forgivenSlips, searchKey, slipsBetween } from "#domain/patients/search-key.ts";
import { farBeginnings, matcherOf, oneSlipBeginnings } from "#domain/patients/search-match.ts";
import { nameSchema } from "#domain/basics/person-name.ts";

const named = (givenName: string, familyName: string, more: object = {}) => ({
  givenName,
  middleName: null,
  familyName,
  preferredName: null,
  formerNames: [],
  nicknames: [],
  ...more,
});

test.each([
  [named("Juniper", "Ellsworth"), named("Juniper", "Elsworth"), true],
  [named("Juniper", "Ellsworth"), named("Ellsworth", "Juniper"), true],
  [named("Dan", "Okafor"), named("Daniel", "Okafor"), true],
  [named("Daniel", "Okafor"), named("Thomas", "Okafor"), false],
  [named("María José", "Fontaine-Díaz"), named("Maria", "Diaz"), true],
  [named("Rosa", "Ito", { formerNames: ["Quintanar"] }), named("Rosa", "Quintanar"), true],
  [named("Robert", "Ito", { nicknames: ["Bob"] }), named("Bob", "Ito"), true],
  [named("An", "Le"), named("On", "Li"), false],
])("%o and %o", (one, other, alike) => {
  expect(areLikeNames(one, other)).toBe(alike);
  expect(areLikeNames(other, one)).toBe(alike);
});

test("two words are like as far as their slips and their lengths say, however it is found out", () => {
  const word = fc.string({
    unit: fc.constantFrom("a", "b", "c", "é", "𐐨"),
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const [a, b] = [searchKey(one), searchKey(other)];
      fc.pre(a !== "" && b !== "");
      const begins = a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a));
      const alike = begins || slipsBetween(a, b) <= forgivenSlips(a);
      expect(areLikeNames(named(one, "Okafor"), named(other, "Okafor"))).toBe(alike);
    }),
    { seed: 20_261_122, numRuns: 5000 },
  );
});

test("a like name alone is no reason to stop, nor a shared birthday", () => {
  expect(isLikelySame(["name"])).toBe(false);
  expect(isLikelySame(["birth-date", "phone"])).toBe(false);
  expect(isLikelySame(["name", "birth-date"])).toBe(true);
  expect(isLikelySame(["name", "phone"])).toBe(true);
});

test("a name that changed is kept, a slip that was mended is not", () => {
  const before = { givenName: "Rosa", familyName: "Quintanar" };
  expect(formerNameAfter(before, { ...before, familyName: "Ito" })).toBe("Rosa Quintanar");
  expect(formerNameAfter(before, { ...before, familyName: "Quintaner" })).toBeNull();
  expect(formerNameAfter(before, before)).toBeNull();
});

test("what was typed is held against every name", () => {
  const names = "Juniper Ellsworth-O’Brien June";
  expect(matcherOf(["ells", "jun"])(names)).toBe(true);
  expect(matcherOf(["elsworth", "obrein"])(names)).toBe(true);
  expect(matcherOf(["jun", "okafor"])(names)).toBe(false);
  expect(matcherOf(["jum"])(names)).toBe(false);
});

test("what was meant comes with the fewest slips first", () => {
  const known = ["ellsworth", "elsworthy", "juniper", "jupiter"];
  const texts = farBeginnings(["juniper", "elsworth"], known).map(({ text }) => text);
  expect(texts[0]).toBe("juniper elsworth");
  expect(texts).toContain("juniper ellsworth");
  expect(texts.length).toBeLessThanOrEqual(32);
});

test("a slip in one word leaves the other as it is, and a space may be the slip", () => {
  const known = ["ellsworth", "elsworthy", "juniper", "jupiter"];
  const texts = oneSlipBeginnings(["juniper", "elsworth"], known).map(({ text }) => text);
  expect(texts.slice(0, 2)).toEqual(["juniper elsworth", "elsworth juniper"]);
  expect(texts).toEqual(
    expect.arrayContaining(["juniper ellsworth", "juniper elsworthy", "juniperelsworth"]),
  );
  expect(texts).not.toContain("jupiter elsworth");
  expect(oneSlipBeginnings(["fontainediaz"], []).map(({ text }) => text)).toContain(
    "fontaine diaz",
  );
});

test.each([
  ["2000-02-29", "2026-02-28", 25],
  ["2000-02-29", "2026-03-01", 26],
  ["1990-11-19", "2026-11-19", 36],
  ["1990-11-20", "2026-11-19", 35],
])("born %s, on %s: %i years", (born, day, years) => {
  expect(ageOn(born, day)).toBe(years);
});

test("nobody is born tomorrow, nor too long ago", () => {
  expect(birthDateProblem("2026-11-20", "2026-11-19")).toBe("born-in-future");
  expect(birthDateProblem("2026-11-19", "2026-11-19")).toBeNull();
  expect(birthDateProblem("1899-01-01", "2026-11-19")).toBe("born-too-long-ago");
});

test.each([
  ["O'Brien", "O'Brien"],
  ["  Nguyễn   Thị  ", "Nguyễn Thị"],
  ["\u200fمحمد\u200f", "محمد"],
  ["שרה־לי", "שרה־לי"],
  ["Fontaine-Díaz", "Fontaine-Díaz"],
  ["ʻAlohilani", "ʻAlohilani"],
  ["渡辺", "渡辺"],
  ["Håkon III", "Håkon III"],
  ["Sam 🌻", null],
  ["🙂", null],
  ["1234", null],
  ["Robert'); drop table", null],
  ["<b>Bob</b>", null],
  ["", null],
  ["a".repeat(100), "a".repeat(100)],
  ["a".repeat(200), null],
])("the name %j", (typed, kept) => {
  const parsed = nameSchema.safeParse(typed);
  expect(parsed.success ? parsed.data : null).toBe(kept);
});

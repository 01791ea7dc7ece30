import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  dayHoldCodes,
  dayStates,
  lineRules,
  zeroCodes,
} from "#domain/billing/charges/day-charge.ts";
import { claimStates } from "#domain/billing/claims/claim.ts";
import { mendPlaces, scrubRuleIds } from "#domain/billing/claims/finding.ts";
import { claimHoldCodes } from "#domain/billing/claims/hold.ts";
import { institutionalRules, professionalRules } from "#edi/scrub/scrub-rules.ts";

/** The catalogues are read as text: their sentences are made by a macro when the screens are built. */
const textOf = (file: string): string =>
  readFileSync(path.resolve(import.meta.dirname, "../../billing", file), "utf8");

const charges = textOf("charges/charge-words.ts");
const claims = textOf("claims/claim-words.ts");
const scrubber = textOf("claims/scrub-words.ts");

const keysIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^ {2}"?([\w-]+)"?: (?:\{|msg)/gm)].map((match) => match[1] ?? ""));

const vocabularies: readonly (readonly [string, string, readonly string[]])[] = [
  ["holds of days", charges, dayHoldCodes],
  ["states of days", charges, dayStates],
  ["zeroes", charges, zeroCodes],
  ["rules of lines", charges, lineRules],
  ["holds of claims", claims, claimHoldCodes],
  ["states of claims", claims, claimStates],
  ["rules of the scrubber", scrubber, scrubRuleIds],
  ["places where findings are mended", scrubber, mendPlaces],
];

/** `{minutes}` in the sentence of a rule. */
const namesIn = (text: string, id: string): string[] => {
  const [, sentence = ""] =
    text.match(new RegExp(`^ {2}"?${id}"?:[^\`"']*(?:msg)?[\`"']([^\`]*?)[\`"'],?$`, "m")) ?? [];
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
};

const english = readFileSync(
  path.resolve(import.meta.dirname, "../../../server/app/commands/scrub-words.ts"),
  "utf8",
);

describe("the words of billing", () => {
  it.each(vocabularies)("hold a sentence for each of the %s", (_, text, codes) => {
    const known = keysIn(text);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it("hold a sentence for every rule that the scrubber runs", () => {
    const known = keysIn(scrubber);
    const ids = [...professionalRules, ...institutionalRules].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  it("say no value that the command line's sentence of the same rule does not know", () => {
    const strange = scrubRuleIds.flatMap((id) => {
      const known = namesIn(english, id);
      return namesIn(scrubber, id)
        .filter((name) => !known.includes(name))
        .map((name) => `${id}: {${name}}`);
    });
    expect(strange).toEqual([]);
  });
});

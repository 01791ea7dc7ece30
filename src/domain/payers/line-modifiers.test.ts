import { describe, expect, it } from "vitest";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { modifiersFor } from "#domain/payers/line-modifiers.ts";

const modifiers: ContractTerms["modifiers"] = [
  { when: { kind: "credential", types: ["PSY"] }, modifier: "HP" },
  { when: { kind: "credential", types: ["LCSW", "LMFT"] }, modifier: "HO" },
  { when: { kind: "always" }, modifier: "HQ" },
  { when: { kind: "population", population: "adolescent" }, modifier: "HA" },
  { when: { kind: "telehealth" }, modifier: "GT" },
  { when: { kind: "phone" }, modifier: "93" },
];
const code = { code: "H0005", modifiers: ["HF"] };
const plain = { modes: ["room"], credentials: ["LCSW"], population: "adult" } as const;

describe("modifiers of a line", () => {
  it.each([
    ["in a room", plain, ["HF", "HO", "HQ"]],
    ["by another lead", { ...plain, credentials: ["psy"] }, ["HF", "HP", "HQ"]],
    ["by a lead without letters", { ...plain, credentials: [] }, ["HF", "HQ"]],
    [
      "of an adolescent on video",
      { ...plain, modes: ["video"], population: "adolescent" },
      ["HF", "HO", "HQ", "HA"],
    ],
    [
      "by phone, without letters",
      { ...plain, modes: ["phone"], credentials: [] },
      ["HF", "HQ", "GT", "93"],
    ],
    ["partly on video", { ...plain, modes: ["room", "video"] }, ["HF", "HO", "HQ"]],
    ["of which nothing is known", { ...plain, modes: [] }, ["HF", "HO", "HQ"]],
  ] as const)("%s", (_, facts, expected) => {
    expect(modifiersFor(code, { modifiers }, facts)).toEqual(expected);
  });

  it("are none where there is no code, four at most, and none twice", () => {
    expect(modifiersFor(null, { modifiers }, plain)).toEqual([]);
    const own = { code: "H0005", modifiers: ["HO", "U1", "U2"] };
    expect(modifiersFor(own, { modifiers }, plain)).toEqual(["HO", "U1", "U2", "HQ"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalPassword,
  knownBadForms,
  passwordFault,
  passwordLength,
} from "#domain/access/password-rules.ts";

const owner = {
  email: "denise.okafor@river.example",
  name: "Denise Okafor",
  organizationNames: ["River House"],
};
const list = new Set(["password", "sunshine", "iloveyou", "correcthorsebatterystaple"]);
const fault = (password: string) => passwordFault(password, owner, (text) => list.has(text));

describe("a new password", () => {
  it.each([
    ["kettle-marble-orchard", undefined],
    ["un paseo largo por el río", undefined],
    ["雨の日は本を読んで温かいお茶を飲む", undefined],
    ["fourteen chars", "too-short"],
    ["fourteen chars🌊", undefined],
    ["fourteen char🌊", "too-short"],
    ["aaaaaaaaaaaaaaaa", "too-even"],
    ["abababababababab", "too-even"],
    ["abcdefghijklmnop", "too-even"],
    ["zyxwvutsrqponmlk", "too-even"],
    ["correcthorsebatterystaple", "known-bad"],
    ["CorrectHorseBatteryStaple!", "known-bad"],
    ["Sunshine2026!!!!", "known-bad"],
    ["password12345678", "known-bad"],
    ["PasswordPassword", "known-bad"],
    ["iloveyouiloveyou99", "known-bad"],
    ["sunshine on the water", undefined],
    ["deniseokafor77!x", "holds-own-name"],
    ["xx-Denise-Okafor-xx", "holds-own-name"],
    ["my okafor garden", "holds-own-name"],
    ["river-house-forever", "holds-own-name"],
  ])("%s: %s", (password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it("may be as long as 256 characters and no longer", () => {
    const long = (length: number) => "kettle-marble-orchard ".repeat(12).slice(0, length);
    expect(fault(long(passwordLength.most))).toBeUndefined();
    expect(fault(`${long(passwordLength.most)}x`)).toBe("too-long");
  });

  it("does not forbid names too short to mean anything", () => {
    const ada = { email: "al@river.example", name: "Ada Li", organizationNames: [] };
    expect(passwordFault("almanac-of-salads", ada, () => false)).toBeUndefined();
  });

  it("is one and the same however a keyboard composes it", () => {
    const composed = "contrase\u00f1a-del-r\u00edo";
    expect(canonicalPassword(composed.normalize("NFD"))).toBe(canonicalPassword(composed));
  });

  it("is looked up without up to eight digits and signs at its end", () => {
    expect(knownBadForms("Sun1!")).toEqual(["sun1!", "sun1", "sun"]);
    const ending = fc.stringMatching(/^[0-9!?.]{1,8}$/);
    fc.assert(fc.property(ending, (end) => knownBadForms(`Sunshine${end}`).includes("sunshine")));
    expect(knownBadForms("sunshine123456789")).not.toContain("sunshine");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { credentialCodes, knownCredential } from "#domain/practice/credential-code.ts";
import {
  credentialFacts,
  credentialProblems,
  isDeaNumber,
  type CredentialFacts,
} from "#domain/practice/credential.ts";
import { positions } from "#domain/practice/position.ts";

const sound: CredentialFacts = {
  kind: "license",
  code: "LCSW",
  state: "OR",
  number: "L12345",
  issuedOn: "2024-01-01",
  expiresOn: "2026-12-31",
};

describe("what stands against a credential", () => {
  test("nothing, when it can be checked with whoever issued it", () => {
    expect(credentialProblems(sound)).toEqual({});
  });

  test("a licence without state or number cannot be checked", () => {
    const fields = credentialProblems({ ...sound, state: null, number: null });
    expect(fields).toEqual({ state: { code: "missing" }, number: { code: "missing" } });
  });

  test("a training needs neither", () => {
    const training = {
      ...sound,
      kind: "training",
      code: "CPR",
      state: null,
      number: null,
    } as const;
    expect(credentialProblems(training)).toEqual({});
  });

  test("its last day does not come before its first", () => {
    expect(credentialProblems({ ...sound, expiresOn: "2023-12-31" })).toEqual({
      expiresOn: { code: "before-issued" },
    });
    expect(credentialProblems({ ...sound, expiresOn: sound.issuedOn })).toEqual({});
  });

  test("a DEA number carries its check digit", () => {
    const dea = { ...sound, kind: "dea", code: "DEA" } as const;
    expect(credentialProblems({ ...dea, number: "BB1388568" })).toEqual({});
    expect(credentialProblems({ ...dea, number: "BB1388567" })).toEqual({
      number: { code: "dea-check-digit" },
    });
  });
});

test("of the ten last digits of a DEA number one is right", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][A-Z9]\d{6}$/), (start) => {
      expect(Array.from("0123456789").filter((check) => isDeaNumber(start + check))).toHaveLength(
        1,
      );
    }),
  );
});

describe("the vocabulary", () => {
  test("knows each code once, written as it is stored", () => {
    const codes = credentialCodes.map((known) => known.code);
    expect(new Set(codes).size).toBe(codes.length);
    const schema = credentialFacts.shape.code;
    expect(codes.map((code) => schema.parse(code.toLowerCase()))).toEqual(codes);
  });

  test("knows every code a position usually holds", () => {
    const usual = positions.flatMap((position): readonly string[] => position.usual);
    expect(usual.filter((code) => knownCredential(code) === undefined)).toEqual([]);
  });

  test("says who needs supervision unless a state says otherwise", () => {
    const supervised = credentialCodes.filter((known) => known.needsSupervision);
    expect(supervised.map((known) => known.code)).toEqual([
      "LMSW",
      "LPC-A",
      "LMFT-A",
      "CADC",
      "CASAC",
      "CPRS",
      "PA",
      "INTERN",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isNpi, npiSchema } from "#domain/basics/npi.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";

const vectorsSchema = z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) });

describe("the check digit of an NPI", () => {
  test.skipIf(!hasFixtures)("agrees with the vectors made after the document of CMS", () => {
    const vectors = vectorsSchema.parse(JSON.parse(fixture("codes/npi_vectors.json")));
    expect(vectors.valid.length).toBeGreaterThan(0);
    expect(vectors.valid.filter((npi) => !isNpi(npi))).toEqual([]);
    expect(vectors.invalid.filter((npi) => isNpi(npi))).toEqual([]);
  });

  const nineDigits = fc
    .tuple(fc.constantFrom("1", "2"), fc.stringMatching(/^\d{8}$/))
    .map(([first, rest]) => first + rest);

  test("is one of the ten digits, whatever stands before it", () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const valid = Array.from("0123456789").filter((check) => isNpi(digits + check));
        expect(valid).toHaveLength(1);
      }),
    );
  });

  test("catches every single wrong digit", () => {
    const npi = nineDigits.map((digits) =>
      Array.from("0123456789")
        .map((check) => digits + check)
        .find(isNpi),
    );
    fc.assert(
      fc.property(npi, fc.nat(9), fc.integer({ min: 1, max: 9 }), (valid = "", place, step) => {
        const wrong = (Number(valid[place]) + step) % 10;
        expect(isNpi(valid.slice(0, place) + String(wrong) + valid.slice(place + 1))).toBe(false);
      }),
    );
  });

  test("is checked after spaces and dashes are taken out", () => {
    expect(npiSchema.parse("1234-567 893")).toBe("1234567893");
    expect(npiSchema.safeParse("1234567890").success).toBe(false);
  });
});

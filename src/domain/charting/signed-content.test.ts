import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalForm, type SignedContent } from "#domain/charting/signed-content.ts";

const value = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
);
const anyContent = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), value, {
  minKeys: 1,
  maxKeys: 8,
  noNullPrototype: true,
});
const thousands = { seed: 20261122, numRuns: 3000 };

const same = (one: unknown, other: unknown): boolean =>
  typeof one === "string" && typeof other === "string"
    ? one.normalize("NFC") === other.normalize("NFC")
    : JSON.stringify(one) === JSON.stringify(other);

/** The same fields, written down in another order. */
const reversed = (content: SignedContent): SignedContent =>
  Object.fromEntries(Object.entries(content).toReversed());

describe("what a signature covers", () => {
  it("is one text, in whatever order its fields come and however its letters are composed", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const decomposed = Object.fromEntries(
          Object.entries(content).map(([name, one]) => [
            name,
            typeof one === "string" ? one.normalize("NFD") : one,
          ]),
        );
        expect(canonicalForm("note", reversed(content))).toBe(canonicalForm("note", content));
        expect(canonicalForm("note", decomposed)).toBe(canonicalForm("note", content));
      }),
      thousands,
    );
  });

  it("is another text as soon as one field is changed, added or left out, or it is of another kind", () => {
    fc.assert(
      fc.property(anyContent, fc.nat(), value, (content, place, changed) => {
        const names = Object.keys(content);
        const name = names[place % names.length] ?? "";
        const signed = canonicalForm("note", content);
        const { [name]: before, ...without } = content;
        expect(canonicalForm("note", without)).not.toBe(signed);
        expect(canonicalForm("note", { ...content, [`${names.join("")}x`]: changed })).not.toBe(
          signed,
        );
        expect(canonicalForm("addendum", content)).not.toBe(signed);
        if (!same(before, changed))
          expect(canonicalForm("note", { ...content, [name]: changed })).not.toBe(signed);
      }),
      thousands,
    );
  });
});

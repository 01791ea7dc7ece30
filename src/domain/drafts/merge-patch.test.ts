import fc from "fast-check";
import { expect, test } from "vitest";
import { mergePatch, type KeptField } from "#domain/drafts/merge-patch.ts";

const at = "2026-11-19T20:00:00Z";
const ada = { accountId: "ada", name: "Ada", at };
const ben = { accountId: "ben", name: "Ben", at };

test("two people who saw the same field: the first is taken, the second is kept beside", () => {
  const first = mergePatch(undefined, { id: "1", value: "one", baseRevision: 0 }, ada);
  expect(first).toMatchObject({ outcome: "taken", field: { value: "one", revision: 1 } });
  const second = mergePatch(first.field, { id: "2", value: "two", baseRevision: 0 }, ben);
  expect(second).toMatchObject({
    outcome: "beside",
    field: { value: "one", revision: 1, beside: [{ id: "2", value: "two", by: "Ben" }] },
  });
  const later = mergePatch(second.field, { id: "3", value: "two more", baseRevision: 0 }, ben);
  expect(later.field.beside).toMatchObject([{ id: "3", value: "two more" }]);
  const both = { id: "4", value: "one and two", baseRevision: 1, settles: ["3"] };
  expect(mergePatch(later.field, both, ada).field).toMatchObject({
    value: "one and two",
    revision: 2,
    beside: [],
  });
});

test("whatever is sent in whatever order, and however often: no last word of anybody is lost", () => {
  const patch = fc.record({
    id: fc.nat(40).map(String),
    value: fc.string({ maxLength: 5 }),
    baseRevision: fc.nat(6),
    writer: fc.constantFrom(ada, ben),
  });
  fc.assert(
    fc.property(fc.array(patch, { maxLength: 30 }), (patches) => {
      let field: KeptField<string> | undefined;
      const heard = new Set<string>();
      for (const { writer, ...one } of patches) {
        const before = field;
        const merged = mergePatch(field, one, writer);
        field = merged.field;
        if (heard.has(one.id)) {
          expect(merged.outcome).toBe("heard");
          expect(field).toEqual(before);
          continue;
        }
        heard.add(one.id);
        const kept = [field.value, ...field.beside.map(({ value }) => value)];
        expect(kept).toContain(one.value);
        expect(field.revision - (before?.revision ?? 0)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

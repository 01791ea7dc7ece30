import fc from "fast-check";
import { expect, test } from "vitest";
import { mergePatch, type KeptField } from "#domain/drafts/merge-patch.ts";

const at = "2026-11-19T20:00:00Z";
const ada = { accountId: "ada", name: "Ada", at };

interface Patch {
  readonly id: string;
  readonly value: string;
  readonly baseRevision: number;
  readonly follows: string | null;
}

/** One device that types on without an answer: each patch goes on from the one before. */
const typed = (device: string, words: readonly string[]): readonly Patch[] =>
  words.map((word, place) => ({
    id: `${device} ${place}`,
    value: `${device} ${word} ${place}`,
    baseRevision: 0,
    follows: place === 0 ? null : `${device} ${place - 1}`,
  }));

const said = (field: KeptField<string> | undefined): readonly unknown[] => [
  field?.value,
  ...(field?.beside ?? []).map(({ value }) => value),
];

test("two devices of one person: whatever arrives in which order and however often, the last words of both stay", () => {
  const words = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, words, fc.infiniteStream(fc.nat()), (one, other, chance) => {
      const lanes = [typed("desk", one), typed("tablet", other)];
      const places = [0, 0];
      let field: KeptField<string> | undefined;
      const draw = (most: number): number => chance.next().value % most;
      while (lanes.some((lane, which) => (places[which] ?? 0) < lane.length)) {
        const which = draw(2);
        const place = places[which] ?? 0;
        const lane = lanes[which] ?? [];
        const patch = lane[place];
        if (patch === undefined) continue;
        field = mergePatch(field, patch, ada).field;
        // Its answer may be lost, and then it goes again, before what follows it.
        if (draw(3) > 0) places[which] = place + 1;
      }
      for (const lane of lanes) expect(said(field)).toContain(lane.at(-1)?.value);
      expect(said(field)).toHaveLength(2);
    }),
    { numRuns: 3_000 },
  );
});

test("what a device goes on from need not have arrived, and changes nothing when it does", () => {
  const [first, second] = typed("tablet", ["a", "b"]);
  if (!first || !second) throw new Error("two patches");
  const later = mergePatch(undefined, second, ada).field;
  expect(later).toMatchObject({ value: second.value, revision: 1 });
  const late = mergePatch(later, first, ada);
  expect(late).toMatchObject({ outcome: "heard", field: later });
});

test("a device goes on from its own words though their answer was lost", () => {
  const [first, second] = typed("tablet", ["a", "b"]);
  if (!first || !second) throw new Error("two patches");
  const { field } = mergePatch(undefined, first, ada);
  expect(mergePatch(field, second, ada)).toMatchObject({
    outcome: "taken",
    field: { value: second.value, revision: 2, beside: [] },
  });
});

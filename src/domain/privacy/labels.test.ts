import fc from "fast-check";
import { expect, test } from "vitest";
import { labelOf, labels, strictest } from "#domain/basics/label.ts";
import { labelTogether } from "#domain/privacy/may-disclose.ts";
import { labelRefusal, leastLabel, trackKinds } from "#domain/programs/track.ts";

const thousands = { seed: 20261122, numRuns: 5000 };

test("labels never get weaker, and what is unknown is restricted", () => {
  const rank = (label: string | null): number => labels.indexOf(labelOf(label));
  const anyLabel = fc.constantFrom<string | null>(...labels, "", "secret", null);
  fc.assert(
    fc.property(fc.array(anyLabel), anyLabel, (some, more) => {
      const together = labelTogether([...some, more]);
      for (const one of [...some, more]) expect(rank(together)).toBeGreaterThanOrEqual(rank(one));
      expect(strictest(labelOf(more), together)).toBe(together);
    }),
    thousands,
  );
  expect(labelTogether([])).toBe("restricted");
});

test("no sequence of changes makes the label of a track weaker", () => {
  const change = fc.record({
    kind: fc.constantFrom(...trackKinds),
    label: fc.constantFrom(...labels),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), (changes) => {
      let track: { label: (typeof labels)[number] } | null = null;
      for (const { kind, label } of changes) {
        const before: (typeof labels)[number] | null = track?.label ?? null;
        if (labelRefusal(kind, label, before) !== null) continue;
        if (before !== null)
          expect(labels.indexOf(label)).toBeGreaterThanOrEqual(labels.indexOf(before));
        expect(labels.indexOf(label)).toBeGreaterThanOrEqual(labels.indexOf(leastLabel(kind)));
        track = { label };
      }
    }),
    thousands,
  );
});

import { describe, expect, test } from "vitest";
import { guide837i } from "#edi/837i/guide-837i.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import type { Guide } from "#edi/x12/guide.ts";
import { LoopWalker } from "#edi/x12/loop-walker.ts";
import { problemList } from "#edi/x12/problem.ts";
import { segmentId } from "#edi/x12/segment-table.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";
import { fileOf, goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";

const runs = 1500;
const seed = 20_261_124;

/** The same guide, of which nothing that was met is remembered: each segment is looked for anew. */
const forgetful = (guide: Guide): Guide => {
  const copy = structuredClone(guide);
  for (const step of copy.loops.flatMap((loop) => loop.steps)) {
    step.turns.length = 0;
    step.turns.push = () => 0;
  }
  return copy;
};

/** Where each segment between ST and SE stands, and what is said of it. */
const walked = (guide: Guide, segments: readonly string[]) => {
  const problems = problemList();
  const walker = new LoopWalker(guide, problems);
  const places: string[] = [];
  for (const table of segmentTables([fileOf(segments)], problems))
    for (let segment = 3; segment < table.count; segment++) {
      const id = segmentId(table, segment);
      if (id === "SE") walker.end(table, segment);
      if (id === "SE" || id === "GE" || id === "IEA") continue;
      const placed = walker.take(table, segment);
      places.push(`${id} ${placed} ${walker.loop.id}`);
    }
  return { places, problems: problems.found };
};

/** A few segments taken out, put in twice or put elsewhere, or of another code. */
const disturbed = (segments: readonly string[], below: (most: number) => number): string[] => {
  const inside = segments.slice(3, -3);
  for (let change = below(5); change > 0; change--) {
    const place = below(inside.length);
    const [one = ""] = inside.slice(place, place + 1);
    const kind = below(4);
    if (kind === 0) inside.splice(place, 1);
    else if (kind === 1) inside.splice(below(inside.length), 0, one);
    else if (kind === 2) inside.splice(below(inside.length), 0, ...inside.splice(place, 1));
    else
      inside[place] = one.replace(/\*[A-Z0-9]+/, `*${["G1", "82", "472", "ZZ9"][below(4)] ?? ""}`);
  }
  return [...segments.slice(0, 3), ...inside, ...segments.slice(-3)];
};

describe.each([
  ["837P", guide837p, goodProfessional],
  ["837I", guide837i, goodInstitutional],
] as const)("where the segments of an %s stand", (_, guide, good) => {
  test("is the same whether what followed before is remembered or looked for anew", () => {
    const below = seededNumbers(seed);
    const fresh = forgetful(guide);
    let unplaced = 0;
    for (let run = 0; run < runs; run++) {
      const segments = disturbed(good, below);
      const remembered = walked(guide, segments);
      expect(remembered).toEqual(walked(fresh, segments));
      if (remembered.problems.length > 0) unplaced += 1;
    }
    expect(unplaced).toBeGreaterThan(runs / 2);
    expect(guide.loops.flatMap((loop) => loop.steps).some((step) => step.turns.length > 0)).toBe(
      true,
    );
    expect(fresh.loops.flatMap((loop) => loop.steps).every((step) => step.turns.length === 0)).toBe(
      true,
    );
  });
});

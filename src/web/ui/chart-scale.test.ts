import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisLines, isNamed, labelledEnds, runsOf } from "#web/ui/chart-scale.ts";

describe("lines of an axis", () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [6, [0, 2, 4, 6]],
    [61, [0, 20, 40, 60, 80]],
    [215, [0, 50, 100, 150, 200, 250]],
    [12.5, [0, 5, 10, 15]],
    [-7, [0, 1]],
    [Number.NaN, [0, 1]],
    [Number.POSITIVE_INFINITY, [0, 1]],
  ])("up to %s are %j", (most, lines) => {
    expect(axisLines(most)).toEqual(lines);
  });

  it("begin at zero, reach the most, are whole and few", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (most) => {
        const lines = axisLines(most);
        expect(lines[0]).toBe(0);
        expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.length).toBeLessThanOrEqual(6);
        expect(lines.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("names under columns", () => {
  it.each([0, 1, 2, 6, 7, 12, 52, 500])("of %i columns at most six are named", (count) => {
    const named = Array.from({ length: count }, (_, place) => isNamed(place, count, 6));
    expect(named.filter(Boolean).length).toBeLessThanOrEqual(6);
    expect(named.at(-1) ?? true).toBe(true);
  });
});

describe("runs without a gap", () => {
  it.each([
    [[], []],
    [[null, null], []],
    [[1], [[1]]],
    [
      [null, 1, 2, null, null, 3, null],
      [[1, 2], [3]],
    ],
  ])("of %j are %j", (points, runs) => {
    expect(runsOf(points)).toEqual(runs);
  });

  it("hold every value once, in order, and never a gap", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (points) => {
        expect(runsOf(points).flat()).toEqual(points.filter((point) => point !== null));
      }),
    );
  });
});

describe("values that are written", () => {
  it("are the first and the last, one where they are near, none where nothing is", () => {
    expect(labelledEnds([])).toEqual([]);
    expect(labelledEnds([{ at: 0.5 }])).toEqual([{ at: 0.5 }]);
    expect(labelledEnds([{ at: 0.5 }, { at: 0.55 }])).toEqual([{ at: 0.55 }]);
    expect(labelledEnds([{ at: 0 }, { at: 0.4 }, { at: 1 }])).toEqual([{ at: 0 }, { at: 1 }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phq9 } from "#domain/measures/instruments/phq-9.ts";
import { changeOf, itemsAsked, scoreOf, triggerOf } from "#domain/measures/instruments/score.ts";

const sheet = (values: readonly (number | null)[]) =>
  Object.fromEntries(
    values.flatMap((value, place) => (value === null ? [] : [[String(place + 1), value]])),
  );

// Bands and missing items: Kroenke, Spitzer, Williams 2001.
describe("the score of a PHQ-9", () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, "minimal"],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, "minimal"],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, "mild"],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1], 9, "mild"],
    [[2, 1, 1, 1, 1, 1, 1, 1, 1], 10, "moderate"],
    [[2, 2, 2, 2, 2, 2, 1, 1, 0], 14, "moderate"],
    [[2, 2, 2, 2, 2, 2, 1, 1, 1], 15, "moderately-severe"],
    [[3, 3, 3, 3, 3, 2, 1, 1, 0], 19, "moderately-severe"],
    [[3, 3, 3, 3, 3, 3, 1, 1, 0], 20, "severe"],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, "severe"],
    // 4 of 8 given: 4.5, rounded half up; 7 of 7: 9.
    [[1, 1, 1, 1, 0, 0, 0, 0, null], 5, "mild"],
    [[1, 1, 1, 1, 1, 1, 1, null, null], 9, "mild"],
  ])("%j makes %i, %s", (values, score, band) => {
    expect(scoreOf(phq9, sheet(values))).toMatchObject({ score, band });
  });

  it("with three left out is none", () => {
    expect(scoreOf(phq9, sheet([3, 3, 3, 3, 3, 3, null, null, null]))).toEqual({
      notScoredBecause: "too-many-missing",
      missing: 3,
    });
  });

  it("is the plain sum of whole sheets, and difficulty adds nothing", () => {
    const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (given, difficulty) => {
        const sum = given.reduce((total, value) => total + value, 0);
        expect(scoreOf(phq9, { ...sheet(given), difficulty })).toMatchObject({ score: sum });
      }),
    );
  });
});

it.each([0, 1, 2, 3])("item 9 answered with %i asks for somebody from 1 on", (value) => {
  expect(triggerOf(phq9, "9", value)?.raises).toBe(value >= 1 ? "crisis-answer" : undefined);
  expect(triggerOf(phq9, "8", value)).toBeUndefined();
});

it("difficulty is asked only where something was answered with 1 or more", () => {
  const ids = (values: readonly number[]) => itemsAsked(phq9, sheet(values)).map(({ id }) => id);
  expect(ids([0, 0, 0])).not.toContain("difficulty");
  expect(ids([0, 1, 0])).toContain("difficulty");
});

it.each([
  [20, 4, "remission"],
  [20, 10, "response"],
  [20, 15, "better"],
  [20, 16, "steady"],
  [4, 2, "response"],
  [10, 15, "worse"],
])("from %i to %i is %s", (first, now, change) => {
  expect(changeOf(phq9, first, now)).toBe(change);
});

import { expect, test } from "vitest";
import { readingOf } from "#web/charting/course-reading.ts";

const scored = (...scores: readonly number[]) =>
  scores.map((score, week) => ({ on: `2026-10-${String(week + 10)}`, score }));

test("one score is no course", () => {
  expect(readingOf([], 5)).toBeNull();
  expect(readingOf(scored(12), 5)).toBeNull();
});

test("the last score is held against the first", () => {
  expect(readingOf(scored(20, 15, 9), 5)).toEqual({ better: 11, lostSince: null });
  expect(readingOf(scored(9, 12, 15), 5)).toEqual({ better: -6, lostSince: null });
});

test("who was better in between and lost it again did not stay the same", () => {
  expect(readingOf(scored(14, 7, 7, 12), 5)).toEqual({
    better: 2,
    lostSince: { on: "2026-10-12", points: 5 },
  });
  expect(readingOf(scored(14, 8, 12), 5)?.lostSince).toBeNull();
});

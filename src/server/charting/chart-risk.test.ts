import { expect, test } from "vitest";
import { riskOf } from "#server/charting/chart-risk.ts";

const note = (on: string, signedAt: string, level = "none-noted") => ({
  level,
  on,
  by: "Theo Lindqvist",
  sentence: "Worked on the plan.",
  signedAt,
});
const answer = {
  measureId: "0198c0de-0000-7000-8000-000000000001",
  instrument: "phq-9",
  item: "9",
  value: 1,
  at: "2026-11-19T17:00:00Z",
  on: "2026-11-19",
  closure: null,
  closureWords: null,
  closedBy: null,
};

test.each([
  ["an answer after the note", note("2026-11-18", "2026-11-18T21:00:00Z"), "call-asked"],
  [
    "a note of the same day that was signed before it",
    note("2026-11-19", "2026-11-19T16:00:00Z"),
    "call-asked",
  ],
  [
    "a note of the same day that was signed after it",
    note("2026-11-19", "2026-11-19T21:00:00Z"),
    "none-noted",
  ],
  [
    "a note signed after it about a day before",
    note("2026-11-17", "2026-11-19T21:00:00Z"),
    "call-asked",
  ],
] as const)("of %s the later speaks, and the other stands before it", (_, one, level) => {
  const found = riskOf([one], [answer]);
  expect(found?.level).toBe(level);
  expect(new Set([found?.level, found?.before?.level])).toEqual(
    new Set(["call-asked", "none-noted"]),
  );
});

test("where nothing was said there is none", () => {
  expect(riskOf([], [])).toBeNull();
});

import { expect, test } from "vitest";
import { alikeness, cloneLimits, guardClones, meterRows } from "#domain/charting/clone-meter.ts";
import { guardRow, guardShared } from "#domain/charting/completeness.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";

const there = { status: "present", creditedMinutes: 90, deliveredMinutes: 90 } as const;
const whole = {
  objectiveId: "o",
  participation: "some",
  response: "shared",
  progress: "up",
  risk: "none-noted",
  nextStep: null,
  sentence: "Rated the urge 7, then 3 after the exercise.",
} as const;

test("alikeness is symmetric, 1 for the same words and 0 for none in common", () => {
  expect(alikeness("Spoke when invited.", "spoke WHEN invited")).toBe(1);
  expect(alikeness("one two", "three four")).toBe(0);
  expect(alikeness("one two three", "two three four")).toBe(
    alikeness("two three four", "one two three"),
  );
  expect(alikeness("", "")).toBe(0);
});

test("a name or a number put into the same sentence is still the same sentence", () => {
  const [one, other] = [
    "Participated well, receptive to feedback from peers, rated mood 4.",
    "Participated well, receptive to feedback from peers, rated mood 6.",
  ] as const;
  const rows = [
    { patientId: "a", sentence: one, earlier: [] },
    { patientId: "b", sentence: other, earlier: [] },
    { patientId: "c", sentence: "Cried about the visit, stayed, chose a walk.", earlier: [] },
  ];
  expect(guardClones(rows).map(({ code, where }) => [code, where.patientId])).toEqual([
    ["alike-in-group", "a"],
    ["alike-in-group", "b"],
  ]);
  const [first] = meterRows(rows);
  expect(first?.individual.map(({ start, end }) => one.slice(start, end))).toEqual(["4"]);
});

test("the same words as last time are found too", () => {
  const sentence = "Participated well and was receptive to feedback.";
  expect(guardClones([{ patientId: "a", sentence, earlier: [sentence] }])).toMatchObject([
    { code: "alike-earlier", values: { percent: 100 }, weight: "hold" },
  ]);
});

test("of ten thousand made-up sentences exactly those are asked about that are alike enough to an earlier one", () => {
  const next = seededNumbers(41);
  const wordsOf = (most: number) =>
    Array.from({ length: next(most) }, () => `w${next(6)}`).join(" ");
  let asked = 0;
  for (let round = 0; round < 10_000; round++) {
    const sentence = wordsOf(9);
    const earlier = [wordsOf(9), wordsOf(9), wordsOf(9)];
    const share = Math.max(...earlier.map((old) => alikeness(sentence, old)));
    const found = guardClones([{ patientId: "a", sentence, earlier }]);
    const percent = Math.round(share * 100);
    expect(found.map(({ code, values }) => [code, values?.["percent"]])).toEqual(
      share >= cloneLimits.warn ? [["alike-earlier", percent]] : [],
    );
    asked += found.length;
  }
  expect(asked).toBeGreaterThan(100);
});

test("each missing piece is named with how to mend it", () => {
  expect(guardRow("a", whole, there)).toEqual([]);
  const codes = (
    part: Parameters<typeof guardRow>[1],
    presence = there as Parameters<typeof guardRow>[2],
  ) => guardRow("a", part, presence).map(({ code, mend, weight }) => `${code} ${mend} ${weight}`);
  expect(codes({ ...whole, objectiveId: null, risk: null })).toEqual([
    "objective-missing choose-objective hold",
    "risk-missing choose hold",
  ]);
  expect(codes({ ...whole, sentence: "Was present." })).toEqual(["sentence-too-short write warn"]);
  expect(codes(whole, { ...there, deliveredMinutes: 0 })).toEqual([
    "minutes-missing record-attendance hold",
  ]);
  expect(codes(whole, { ...there, status: "absent" })).toEqual(["not-there leave-out hold"]);
  expect(codes(whole, { ...there, status: "expected" })).toEqual([
    "not-there record-attendance hold",
  ]);
  expect(
    guardShared({ topic: " ", whatWeDid: "Taught.", howItWent: null }).map(({ code }) => code),
  ).toEqual(["topic-missing", "how-it-went-missing"]);
});

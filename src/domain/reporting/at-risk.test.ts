import fc from "fast-check";
import { expect, test } from "vitest";
import { byPressing, riskReasons } from "#domain/reporting/at-risk.ts";
import type { ServiceGap } from "#domain/scheduling/service-gap.ts";

const quiet = { crisisSince: null, scores: [], sessions: [], gap: null };
const gap = (standing: ServiceGap["standing"], more: Partial<ServiceGap> = {}): ServiceGap => ({
  longestGapDays: 3,
  counts: "attended",
  skipsClosed: true,
  lastOn: "2026-03-05",
  nextOn: null,
  dueBy: "2026-03-09",
  standing,
  ...more,
});
const scoresWith = (answers: Readonly<Record<string, number>>, ...values: number[]) =>
  values.map((score, place) => ({
    instrument: "phq-9" as const,
    on: `2026-03-${String(place + 1).padStart(2, "0")}`,
    score,
    answers,
  }));
const scores = (...values: number[]) => scoresWith({ "9": 0 }, ...values);
const sessions = (...statuses: string[]) =>
  statuses.map((status, place) => ({
    on: `2026-03-${String(place + 1).padStart(2, "0")}`,
    status,
  }));
const codes = (facts: Parameters<typeof riskReasons>[0]) =>
  riskReasons(facts).map(({ code }) => code);

test.each([
  { name: "nothing known", facts: quiet, found: [] },
  {
    name: "five points up",
    facts: { ...quiet, scores: scores(12, 9, 14) },
    found: ["score-rising"],
  },
  { name: "four points up", facts: { ...quiet, scores: scores(12, 9, 13) }, found: [] },
  { name: "high and falling", facts: { ...quiet, scores: scores(24, 20, 16) }, found: [] },
  {
    name: "two missed",
    facts: { ...quiet, sessions: sessions("present", "absent", "absent") },
    found: ["missed-in-a-row"],
  },
  { name: "one missed", facts: { ...quiet, sessions: sessions("present", "absent") }, found: [] },
  {
    name: "an excuse between",
    facts: { ...quiet, sessions: sessions("absent", "excused", "absent") },
    found: [],
  },
  {
    name: "back again",
    facts: { ...quiet, sessions: sessions("absent", "absent", "late") },
    found: [],
  },
  { name: "a service in time", facts: { ...quiet, gap: gap("kept") }, found: [] },
  {
    name: "in hospital",
    facts: { ...quiet, gap: gap("held", { dueBy: null }) },
    found: [],
  },
  {
    name: "everything, the crisis first",
    facts: {
      crisisSince: "2026-03-04T10:00:00Z",
      scores: scores(3, 20),
      sessions: sessions("absent", "absent", "absent"),
      gap: gap("over"),
    },
    found: ["crisis-open", "score-rising", "service-due", "missed-in-a-row"],
  },
])("$name: $found", ({ facts, found }) => {
  expect(codes(facts)).toEqual(found);
});

test("a rise says of which measure, from what, to what, how severe that is and when", () => {
  const rise = { code: "score-rising", measure: "PHQ-9", on: "2026-03-03", fromOn: "2026-03-02" };
  expect(riskReasons({ ...quiet, scores: scores(12, 9, 14) })).toEqual([
    { ...rise, from: 9, to: 14, band: "moderate", alarmItem: null },
  ]);
  expect(riskReasons({ ...quiet, scores: scoresWith({ "9": 1 }, 12, 9, 24) })).toEqual([
    { ...rise, from: 9, to: 24, band: "severe", alarmItem: "9" },
  ]);
});

test("within a reason the most severe comes first: the ninth item, then the score, then the rise", () => {
  const rising = (named: string, from: number, to: number, ninth = 0) => ({
    named,
    reasons: riskReasons({ ...quiet, scores: scoresWith({ "9": ninth }, from, to) }),
  });
  const crisis = (named: string, crisisSince: string) => ({
    named,
    reasons: riskReasons({ ...quiet, crisisSince }),
  });
  const missing = (named: string, ...statuses: string[]) => ({
    named,
    reasons: riskReasons({ ...quiet, sessions: sessions(...statuses) }),
  });
  const due = (named: string, standing: "due" | "over", lastOn: string) => ({
    named,
    reasons: riskReasons({ ...quiet, gap: gap(standing, { lastOn }) }),
  });
  const pressing = [
    crisis("open since the second", "2026-03-02T10:00:00Z"),
    crisis("open since the fourth", "2026-03-04T10:00:00Z"),
    rising("eleven, with the ninth item", 3, 11, 1),
    rising("twenty-four", 18, 24),
    rising("fourteen from two", 2, 14),
    rising("fourteen from nine", 9, 14),
    due("over since the first", "over", "2026-03-01"),
    due("over since the third", "over", "2026-03-03"),
    due("due", "due", "2026-03-01"),
    missing("three", "absent", "absent", "absent"),
    missing("two", "present", "absent", "absent"),
  ];
  const named = (rows: typeof pressing) => rows.map((row) => row.named);
  expect(named(pressing.toReversed().toSorted(byPressing))).toEqual(named(pressing));
});

test.each([
  { standing: "due" as const, nextOn: "2026-03-11", isOver: false },
  { standing: "over" as const, nextOn: null, isOver: true },
])(
  "a service that is $standing says since when, what the rule allows, by when and what is booked",
  (one) => {
    const { standing, nextOn, isOver } = one;
    expect(riskReasons({ ...quiet, gap: gap(standing, { nextOn }) })).toEqual([
      {
        code: "service-due",
        since: "2026-03-05",
        dueBy: "2026-03-09",
        nextOn,
        mostDays: 3,
        isOver,
      },
    ]);
  },
);

test("the run says since when", () => {
  expect(
    riskReasons({ ...quiet, sessions: sessions("present", "absent", "absent", "absent") }),
  ).toEqual([{ code: "missed-in-a-row", sessions: 3, since: "2026-03-02" }]);
});

test("whoever came last time has missed nothing in a row, whatever was before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("present", "late", "absent", "excused", "left-early")),
      fc.constantFrom("present", "late", "left-early"),
      (before, last) => {
        expect(codes({ ...quiet, sessions: sessions(...before, last) })).toEqual([]);
      },
    ),
  );
});

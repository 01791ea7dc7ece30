import { expect, test } from "vitest";
import { knownRisk } from "#domain/charting/known-risk.ts";

const today = "2026-11-23";
const point = (on: string, score: number, band: string, actedOn: string[] = []) => ({
  id: on,
  on,
  state: "scored" as const,
  score,
  band,
  actedOn,
});
const course = (...points: ReturnType<typeof point>[]) => ({
  instrument: "phq-9" as const,
  name: "PHQ-9",
  highest: 27,
  bands: [
    { code: "minimal", from: 0 },
    { code: "severe", from: 20 },
  ],
  meaningfulChange: 5,
  asked: points.length,
  answered: points.length,
  points,
});
const due = { id: "due", on: "2026-11-27", state: "due" as const, score: null, band: null };
const said = { level: "none-noted", on: "2026-11-20", by: null, sentence: null, answer: null };

test("a severe measure and the days of calls are known beside a note that says none", () => {
  const severe = course(
    point("2026-11-13", 12, "minimal"),
    point("2026-11-20", 24, "severe", ["9"]),
  );
  const courses = [{ ...severe, points: [...severe.points, { ...due, actedOn: [] }] }];
  const risk = { ...said, before: null, calls: ["2026-11-20", "2026-11-17", "2026-10-01"] };
  expect(knownRisk({ courses, risk, today })).toEqual({
    measures: [
      {
        measureId: "2026-11-20",
        name: "PHQ-9",
        score: 24,
        band: "severe",
        alarmItem: "9",
        on: "2026-11-20",
      },
    ],
    calls: ["2026-11-20", "2026-11-17"],
  });
});

test("a lower score with an item that asks for somebody is known, one without is not, and neither is an old one", () => {
  const of = (one: ReturnType<typeof point>) =>
    knownRisk({ courses: [course(one)], risk: null, today }).measures.length;
  expect(of(point("2026-11-20", 11, "minimal", ["9"]))).toBe(1);
  expect(of(point("2026-11-20", 11, "minimal"))).toBe(0);
  expect(of(point("2026-10-12", 24, "severe"))).toBe(0);
});

test("a measure that fell again is known no more: the last sheet speaks", () => {
  const courses = [course(point("2026-11-13", 24, "severe"), point("2026-11-20", 9, "minimal"))];
  expect(knownRisk({ courses, risk: null, today })).toEqual({ measures: [], calls: [] });
});

import { expect, test } from "vitest";
import type { Chart } from "#domain/charting/chart.ts";
import type { Goal } from "#domain/charting/goal.ts";
import { goalsByStay } from "#domain/charting/goals-by-stay.ts";

const goal = (id: string, enrollmentId: string): Goal => ({
  id,
  patientId: "a",
  enrollmentId,
  number: 1,
  problem: "Low mood",
  statement: "I want my mornings back.",
  status: "active",
  objectives: [],
  version: 1,
});

test("the goals of a stay that ended are no part of the plan of the one that runs, though their words are the same", () => {
  const enrollments: Pick<Chart["enrollments"][number], "id" | "endedOn">[] = [
    { id: "runs", endedOn: null },
    { id: "ended", endedOn: "2026-10-15" },
  ];
  const goals = [goal("new", "runs"), goal("old", "ended")];
  const { current, ended } = goalsByStay({ goals, enrollments });
  expect(current.map(({ id }) => id)).toEqual(["new"]);
  expect(ended.map(({ id }) => id)).toEqual(["old"]);
});

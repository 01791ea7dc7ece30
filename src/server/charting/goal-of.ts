import { labelOf } from "#domain/basics/label.ts";
import { planStatusSchema, type Goal, type Objective } from "#domain/charting/goal.ts";
import type { GoalRow, ObjectiveRow } from "#server/charting/goal.queries.ts";

export const objectiveOf = ({ goalNumber, number, ...row }: ObjectiveRow): Objective => ({
  ...row,
  code: `${goalNumber}.${number}`,
  status: planStatusSchema.parse(row.status),
  label: labelOf(row.label),
});

export const goalOf = (row: GoalRow, objectives: readonly ObjectiveRow[]): Goal => ({
  ...row,
  status: planStatusSchema.parse(row.status),
  objectives: objectives.filter(({ goalId }) => goalId === row.id).map(objectiveOf),
});

import * as api from "#domain/charting/goal.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as goals from "#server/charting/goal.service.ts";

export const goalRoutes: readonly MountedRoute[] = [
  on(api.listGoals, ({ work, input }) => goals.listGoals(work, input.patientId)),
  on(api.addGoal, ({ work, input }) => goals.addGoal(work, input)),
  on(api.changeGoal, ({ work, input }) => goals.changeGoal(work, input)),
  on(api.listGoalRevisions, ({ work, input }) => goals.goalHistory(work, input.goalId)),
  on(api.addObjective, ({ work, input }) => goals.addObjective(work, input)),
  on(api.changeObjective, ({ work, input }) => goals.changeObjective(work, input)),
  on(api.listObjectiveRevisions, ({ work, input }) =>
    goals.objectiveHistory(work, input.objectiveId),
  ),
];

import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import {
  goalFacts,
  goalSchema,
  newGoalSchema,
  objectiveFacts,
  objectiveSchema,
  planStatusSchema,
} from "#domain/charting/goal.ts";

const patientId = idSchema;
const goalId = idSchema;
const objectiveId = idSchema;
const read = { permission: "plan:read", purpose: "treatment" } as const;
const write = { permission: "plan:write", purpose: "treatment" } as const;
const goalOfInput = (input: { goalId: string }) => ({ kind: "goal", id: input.goalId });
const objectiveOfInput = (input: { objectiveId: string }) => ({
  kind: "objective",
  id: input.objectiveId,
});
const ofOutput = (_: unknown, record: { patientId: string }) => [record.patientId];
const history = z.object({ patientId, rows: z.array(revisionSchema) });

export const listGoals = route({
  ...read,
  method: "GET",
  path: "/patients/{patientId}/goals",
  summary: "The goals of a patient with their objectives, by stay and number",
  audit: { verb: "goal.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({ rows: z.array(goalSchema) }),
});

export const addGoal = route({
  ...write,
  method: "POST",
  path: "/enrollments/{enrollmentId}/goals",
  summary: "Add a goal with its objectives to the plan of a stay",
  audit: {
    verb: "goal.create",
    subjects: ofOutput,
    record: (_, goal) => ({ kind: "goal", id: goal.id }),
  },
  input: z.object({ enrollmentId: idSchema, ...newGoalSchema.shape }),
  output: goalSchema,
  errors: { "stay-ended": 409 },
  status: 201,
});

export const changeGoal = route({
  ...write,
  method: "PATCH",
  path: "/goals/{goalId}",
  summary: "Change a goal, or say that it is met or discontinued",
  audit: { verb: "goal.change", subjects: ofOutput, record: goalOfInput },
  input: z.object({
    goalId,
    version: versionSchema,
    ...changeable({ ...goalFacts.shape, status: planStatusSchema }),
  }),
  output: goalSchema,
  errors: { "objectives-active": 409 },
});

export const listGoalRevisions = route({
  ...read,
  method: "GET",
  path: "/goals/{goalId}/revisions",
  summary: "The history of a goal, newest first",
  audit: {
    verb: "goal.history",
    subjects: (_, answer) => [answer.patientId],
    record: goalOfInput,
  },
  input: z.object({ goalId }),
  output: history,
});

export const addObjective = route({
  ...write,
  method: "POST",
  path: "/goals/{goalId}/objectives",
  summary: "Add an objective to a goal",
  audit: {
    verb: "objective.create",
    subjects: ofOutput,
    record: (_, objective) => ({ kind: "objective", id: objective.id }),
  },
  input: z.object({ goalId, ...objectiveFacts.shape }),
  output: objectiveSchema,
  errors: { "goal-closed": 409 },
  status: 201,
});

export const changeObjective = route({
  ...write,
  method: "PATCH",
  path: "/objectives/{objectiveId}",
  summary: "Change an objective, or say that it is met or discontinued",
  audit: { verb: "objective.change", subjects: ofOutput, record: objectiveOfInput },
  input: z.object({
    objectiveId,
    version: versionSchema,
    ...changeable({ ...objectiveFacts.shape, status: planStatusSchema }),
  }),
  output: objectiveSchema,
});

export const listObjectiveRevisions = route({
  ...read,
  method: "GET",
  path: "/objectives/{objectiveId}/revisions",
  summary: "The history of an objective, newest first",
  audit: {
    verb: "objective.history",
    subjects: (_, answer) => [answer.patientId],
    record: objectiveOfInput,
  },
  input: z.object({ objectiveId }),
  output: history,
});

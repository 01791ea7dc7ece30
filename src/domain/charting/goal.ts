import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";

export const planStatuses = ["active", "met", "discontinued"] as const;
export const planStatusSchema = z.enum(planStatuses);
export type PlanStatus = (typeof planStatuses)[number];

/** What people say of an objective: a step that can be seen done, and by when. */
export const objectiveFacts = z.object({
  statement: lineSchema(300),
  targetOn: optional(civilDateSchema),
});
export type ObjectiveFacts = z.output<typeof objectiveFacts>;

/** What people say of a goal: the problem it answers, and the goal in the patient's own words. */
export const goalFacts = z.object({
  problem: lineSchema(200),
  statement: lineSchema(300),
});

/** A goal as it is first written: without an objective no session could work on it. */
export const newGoalSchema = z.object({
  ...goalFacts.shape,
  objectives: z.array(objectiveFacts).min(1).max(6),
});
export type NewGoal = z.output<typeof newGoalSchema>;

export const objectiveSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    enrollmentId: idSchema,
    goalId: idSchema,
    /** As people name it: `1.2` is the second objective of the first goal. */
    code: z.string(),
    statement: z.string(),
    targetOn: z.string().nullable(),
    status: planStatusSchema,
    closedOn: z.string().nullable(),
    label: labelSchema,
    /** The last day a signed note worked on it, and where that note saw it going. */
    lastWorkedOn: z.string().nullable(),
    lastProgress: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Objective" });
export type Objective = z.output<typeof objectiveSchema>;

/** True while an objective is still worked on and the day it was to be reached by is past. */
export const isOverdue = (
  { status, targetOn }: Pick<Objective, "status" | "targetOn">,
  today: string,
): boolean => status === "active" && targetOn !== null && targetOn < today;

export const goalSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    enrollmentId: idSchema,
    number: z.int(),
    problem: z.string(),
    statement: z.string(),
    status: planStatusSchema,
    objectives: z.array(objectiveSchema),
    version: z.int(),
  })
  .meta({ id: "Goal" });
export type Goal = z.output<typeof goalSchema>;

/** What stands against the target day of an objective: it lies before the stay begins. */
export const targetProblem = (targetOn: string | null, admittedOn: string): FieldProblem | null =>
  targetOn !== null && targetOn < admittedOn ? { code: "before-admission" } : null;

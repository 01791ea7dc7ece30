import { conflictOf, type ConflictOf } from "#domain/contract/problem.ts";

/** Refusals of the plan's own (409). */
export type PlanConflict = "goal-closed" | "objectives-active";

export const planConflict: ConflictOf<PlanConflict> = conflictOf;

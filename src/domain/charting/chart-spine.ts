import { z } from "zod";
import type { AuthorizationStanding } from "#domain/coverage/authorization.ts";

/** The way of a person through a program, in its order. */
export const spineSteps = [
  "find",
  "ask",
  "screen",
  "verify",
  "level",
  "admit",
  "plan",
  "attend",
  "document",
  "measure",
  "authorize",
  "bill",
  "step",
  "discharge",
  "aftercare",
  "follow-up",
] as const;
export type SpineStep = (typeof spineSteps)[number];

export const spineStateSchema = z.enum(["done", "here", "needs", "ahead"]);
export type SpineState = z.output<typeof spineStateSchema>;

/** What of a person's way stands in the records. */
export interface SpineFacts {
  readonly runningStays: number;
  readonly endedStays: number;
  /** Null where whoever reads may not see the plan. */
  readonly hasGoals: boolean | null;
  readonly hasAttended: boolean;
  readonly hasNotes: boolean;
  readonly hasMeasures: boolean;
  readonly hasCoverage: boolean;
  readonly hasClaims: boolean;
  /** The standing of the authorization that reaches farthest; null without any. */
  readonly authorization: AuthorizationStanding | null;
}

const beforeAdmission = new Set<SpineStep>(["find", "ask", "screen", "verify", "level", "admit"]);

const authorizeState = ({ authorization, hasCoverage }: SpineFacts): SpineState => {
  if (authorization === null) return hasCoverage ? "needs" : "ahead";
  return authorization === "over" || authorization === "ends-soon" ? "needs" : "done";
};

/** Whoever comes to groups is beyond the plan: one that is missing is made up for, and one that may not be seen is not missed. */
const planState = ({ hasGoals, hasAttended }: SpineFacts): SpineState => {
  if (hasGoals === true) return "done";
  if (!hasAttended) return "here";
  return hasGoals === null ? "done" : "needs";
};

const inCare = (step: SpineStep, facts: SpineFacts): SpineState => {
  const done = (is: boolean): SpineState => (is ? "done" : "ahead");
  switch (step) {
    case "plan":
      return planState(facts);
    case "attend":
      return planState(facts) === "here" ? "ahead" : "here";
    case "document":
      return done(facts.hasNotes);
    case "measure":
      return done(facts.hasMeasures);
    case "authorize":
      return authorizeState(facts);
    case "bill":
      return done(facts.hasClaims);
    default:
      return done(beforeAdmission.has(step));
  }
};

const stateOf = (step: SpineStep, facts: SpineFacts): SpineState => {
  if (facts.runningStays > 0) return inCare(step, facts);
  if (facts.endedStays === 0) {
    if (step === "find") return "done";
    return step === "ask" ? "here" : "ahead";
  }
  if (step === "aftercare") return "here";
  if (step === "discharge") return "done";
  const state = inCare(step, facts);
  return state === "here" ? "done" : state === "needs" ? "ahead" : state;
};

/**
 * Where a person stands on the way, said by what is in the records: exactly one step is where they are. A step that has
 * been done stays done behind them; one that asks for something says so wherever it stands.
 */
export const spineOf = (facts: SpineFacts): { step: SpineStep; state: SpineState }[] =>
  spineSteps.map((step) => ({ step, state: stateOf(step, facts) }));

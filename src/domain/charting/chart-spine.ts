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

export const spineStateSchema = z.enum(["done", "here", "needs", "ahead", "unsaid"]);
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
  /** Their payer allows days before it pays for them, and none were asked for. */
  readonly lacksAuthorization: boolean;
  readonly hasClaims: boolean;
  /** The standing of the authorization that reaches farthest; null without any. */
  readonly authorization: AuthorizationStanding | null;
}

/** Whoever is in a stay was registered, was given a level of care, and was admitted: each stands in a record of its own. */
const saidByStay = new Set<SpineStep>(["find", "level", "admit"]);
/** An inquiry, a screening and a payer’s word on a policy have no record here, so that nothing tells whether they were. */
const withoutRecord = new Set<SpineStep>(["ask", "screen", "verify"]);

const authorizeState = ({ authorization, lacksAuthorization }: SpineFacts): SpineState => {
  if (lacksAuthorization) return "needs";
  if (authorization === null) return "ahead";
  return authorization === "over" || authorization === "ends-soon" ? "needs" : "done";
};

/** Whoever comes to groups is beyond the plan: one that is missing is made up for, and of one that may not be seen nothing is said. */
const planState = ({ hasGoals, hasAttended }: SpineFacts): SpineState => {
  if (hasGoals === true) return "done";
  if (!hasAttended) return "here";
  return hasGoals === null ? "unsaid" : "needs";
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
      return withoutRecord.has(step) ? "unsaid" : done(saidByStay.has(step));
  }
};

const stateOf = (step: SpineStep, facts: SpineFacts): SpineState => {
  if (facts.runningStays > 0) return inCare(step, facts);
  if (facts.endedStays === 0) {
    if (step === "find") return "done";
    if (withoutRecord.has(step)) return "unsaid";
    return step === "level" ? "here" : "ahead";
  }
  if (step === "aftercare") return "here";
  if (step === "discharge") return "done";
  const state = inCare(step, facts);
  if (step === "attend") return facts.hasAttended ? "done" : "unsaid";
  return state === "here" || state === "needs" ? "unsaid" : state;
};

/**
 * Where a person stands on the way, said by what is in the records: exactly one step is where they are. A step is
 * done where a record of it exists, and never because a later one was; one that asks for something says so wherever it stands.
 */
export const spineOf = (facts: SpineFacts): { step: SpineStep; state: SpineState }[] =>
  spineSteps.map((step) => ({ step, state: stateOf(step, facts) }));

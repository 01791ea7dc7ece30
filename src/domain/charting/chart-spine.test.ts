import { expect, test } from "vitest";
import fc from "fast-check";
import { spineOf, spineSteps, type SpineFacts } from "#domain/charting/chart-spine.ts";

const stranger: SpineFacts = {
  runningStays: 0,
  endedStays: 0,
  hasGoals: false,
  hasAttended: false,
  hasNotes: false,
  hasMeasures: false,
  lacksAuthorization: false,
  hasClaims: false,
  authorization: null,
};
const stateOf = (facts: Partial<SpineFacts>, step: string) =>
  spineOf({ ...stranger, ...facts }).find((one) => one.step === step)?.state;

test.each([
  [{}, "find", "done"],
  [{}, "ask", "unsaid"],
  [{}, "level", "here"],
  [{ runningStays: 1 }, "find", "done"],
  [{ runningStays: 1 }, "ask", "unsaid"],
  [{ runningStays: 1 }, "screen", "unsaid"],
  [{ runningStays: 1 }, "verify", "unsaid"],
  [{ runningStays: 1 }, "level", "done"],
  [{}, "admit", "ahead"],
  [{ runningStays: 1 }, "admit", "done"],
  [{ runningStays: 1 }, "plan", "here"],
  [{ runningStays: 1, hasGoals: true }, "attend", "here"],
  [{ runningStays: 1, hasGoals: true, hasNotes: true }, "document", "done"],
  [{ runningStays: 1, hasGoals: true, lacksAuthorization: true }, "authorize", "needs"],
  [{ runningStays: 1, hasGoals: true }, "authorize", "ahead"],
  [{ runningStays: 1, hasGoals: true, authorization: "in-force" }, "authorize", "done"],
  [{ runningStays: 1, hasGoals: true, authorization: "ends-soon" }, "authorize", "needs"],
  [{ runningStays: 1, hasAttended: true }, "plan", "needs"],
  [{ runningStays: 1, hasAttended: true }, "attend", "here"],
  [{ runningStays: 1, hasGoals: null, hasAttended: true }, "plan", "unsaid"],
  [{ runningStays: 1, hasGoals: null, hasAttended: true, hasClaims: true }, "bill", "done"],
  [{ runningStays: 1, hasGoals: true }, "bill", "ahead"],
  [{ endedStays: 2, hasGoals: true }, "aftercare", "here"],
  [{ endedStays: 2, hasGoals: true, hasAttended: true }, "attend", "done"],
  [{ endedStays: 2, hasGoals: true }, "attend", "unsaid"],
  [{ endedStays: 2 }, "plan", "unsaid"],
  [{ endedStays: 2 }, "verify", "unsaid"],
  [{ endedStays: 2, authorization: "over" }, "authorize", "unsaid"],
] as const)("%o: %s is %s", (facts, step, state) => {
  expect(stateOf(facts, step)).toBe(state);
});

test("whatever is known, a person stands at exactly one of sixteen steps", () => {
  const facts = fc.record({
    runningStays: fc.nat(3),
    endedStays: fc.nat(3),
    hasGoals: fc.constantFrom(true, false, null),
    hasAttended: fc.boolean(),
    hasNotes: fc.boolean(),
    hasMeasures: fc.boolean(),
    lacksAuthorization: fc.boolean(),
    hasClaims: fc.boolean(),
    authorization: fc.constantFrom("ahead", "in-force", "ends-soon", "over", null),
  });
  fc.assert(
    fc.property(facts, (any) => {
      const spine = spineOf(any);
      expect(spine.map(({ step }) => step)).toEqual(spineSteps);
      expect(spine.filter(({ state }) => state === "here")).toHaveLength(1);
    }),
  );
});

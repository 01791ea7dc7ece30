import { expect, test } from "vitest";
import { hasBegun, isOver, isUnheld } from "#web/scheduling/has-begun.ts";

const session = (state: "scheduled" | "open" | "ended" | "cancelled") => ({
  state,
  startsAt: "2026-11-20T01:00:00Z",
  endsAt: "2026-11-20T04:00:00Z",
});

test.each([
  { state: "scheduled", at: "2026-11-20T00:00:00Z", begun: false, over: false },
  // Nobody is there yet: it can still be moved, or called off.
  { state: "scheduled", at: "2026-11-20T02:00:00Z", begun: false, over: false },
  { state: "scheduled", at: "2026-11-20T04:00:00Z", begun: true, over: true },
  { state: "open", at: "2026-11-20T02:00:00Z", begun: true, over: false },
  { state: "ended", at: "2026-11-20T02:00:00Z", begun: true, over: true },
  { state: "cancelled", at: "2026-11-20T05:00:00Z", begun: false, over: false },
] as const)("$state at $at", ({ state, at, begun, over }) => {
  expect(hasBegun(session(state), new Date(at))).toBe(begun);
  expect(isOver(session(state), new Date(at))).toBe(over);
});

test.each([
  ["over, and nobody came", "2026-11-20T04:00:00Z", 3, 0, true],
  ["over, and somebody came", "2026-11-20T04:00:00Z", 3, 1, false],
  ["over, and nobody had a seat", "2026-11-20T04:00:00Z", 0, 0, false],
  ["on", "2026-11-20T02:00:00Z", 3, 0, false],
] as const)(
  "it may not have taken place: %s",
  (_, at, expectedCount, presentCount, isUnheldThen) => {
    const seated = { ...session("scheduled"), expectedCount, presentCount };
    expect(isUnheld(seated, new Date(at))).toBe(isUnheldThen);
  },
);

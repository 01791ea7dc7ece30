import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { errandStateOf, errandStates } from "#domain/operations/errand.ts";
import { isOverdue, mayBeRepeated } from "#domain/operations/errand.policy.ts";

const at = "2026-11-19T20:00:00Z";

it.each([
  ["waiting", { attempts: 0, deliveredAt: null, failedAt: null }],
  ["retrying", { attempts: 3, deliveredAt: null, failedAt: null }],
  ["failed", { attempts: 12, deliveredAt: null, failedAt: at }],
  ["delivered", { attempts: 1, deliveredAt: at, failedAt: null }],
  ["delivered", { attempts: 13, deliveredAt: at, failedAt: at }],
])("is %s", (state, progress) => {
  expect(errandStateOf(progress)).toBe(state);
});

it("may be repeated only where it is stuck", () => {
  const repeatable = errandStates.filter((state) => mayBeRepeated({ state, isOverdue: false }));
  expect(repeatable).toEqual(["retrying", "failed"]);
  expect(mayBeRepeated({ state: "waiting", isOverdue: true })).toBe(true);
});

const undelivered = { createdAt: at, nextAttemptAt: null, deliveredAt: null, failedAt: null };
it.each([
  ["has just come", undelivered, 4, false],
  ["waits for more than five minutes", undelivered, 6, true],
  ["is to begin later", { ...undelivered, nextAttemptAt: "2026-11-19T20:03:00Z" }, 6, false],
  ["is late for its next attempt", { ...undelivered, nextAttemptAt: at }, 6, true],
  ["is given up", { ...undelivered, failedAt: at }, 6, false],
  ["is delivered", { ...undelivered, deliveredAt: at }, 6, false],
])("that %s: overdue after minutes", (_, errand, minutes, expected) => {
  expect(isOverdue(errand, Temporal.Instant.from(at).add({ minutes }))).toBe(expected);
});

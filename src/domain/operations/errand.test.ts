import { expect, it } from "vitest";
import { errandStateOf, errandStates } from "#domain/operations/errand.ts";
import { mayBeRepeated } from "#domain/operations/errand.policy.ts";

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
  const repeatable = errandStates.filter((state) => mayBeRepeated({ state }));
  expect(repeatable).toEqual(["retrying", "failed"]);
});

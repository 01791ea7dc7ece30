import { expect, test } from "vitest";
import { idleStep } from "#web/platform/idle.ts";

const minute = 60_000;
const at = (minutes: { now: number; input: number; asked?: number; expires?: number }): string =>
  idleStep({
    now: minutes.now * minute,
    lastInput: minutes.input * minute,
    lastAsked: (minutes.asked ?? minutes.now) * minute,
    idleMilliseconds: 30 * minute,
    expiresAt: (minutes.expires ?? 720) * minute,
  });

test.each([
  [{ now: 10, input: 9 }, "rest"],
  [{ now: 29, input: 0 }, "warn"],
  [{ now: 30, input: 0 }, "end"],
  [{ now: 719.5, input: 719, expires: 720 }, "warn"],
  [{ now: 720, input: 719, expires: 720 }, "end"],
  [{ now: 10, input: 9, asked: 5 }, "ask"],
  [{ now: 10, input: 9, asked: 5.5 }, "rest"],
  [{ now: 10, input: 4, asked: 5 }, "rest"],
] as const)("%o is %s", (minutes, step) => {
  expect(at(minutes)).toBe(step);
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  accountPause,
  addressPause,
  afterFailure,
  letterPause,
  pauseSeconds,
  secondsToWait,
  type Tries,
} from "#domain/access/sign-in-pause.ts";

const start = Temporal.Instant.from("2026-11-19T20:00:00Z");
const failing = (times: number, rule = accountPause): Tries => {
  let tries = afterFailure(undefined, start, rule);
  for (let time = 1; time < times; time++) tries = afterFailure(tries, start, rule);
  return tries;
};

describe("the pause after failed tries", () => {
  it.each([
    [0, 0],
    [5, 0],
    [6, 1],
    [7, 2],
    [8, 4],
    [9, 8],
    [15, 512],
    [16, 900],
    [5000, 900],
  ])("of an account is, after %i failures, %i seconds", (failures, seconds) => {
    expect(pauseSeconds(failures, accountPause)).toBe(seconds);
  });

  it.each([
    [50, 0],
    [51, 1],
    [57, 60],
    [5000, 60],
  ])("of an address is, after %i failures, %i seconds", (failures, seconds) => {
    expect(pauseSeconds(failures, addressPause)).toBe(seconds);
  });

  it("never shrinks with more failures and never passes the rule's longest", () => {
    const rules = fc.constantFrom(accountPause, addressPause, letterPause);
    fc.assert(
      fc.property(rules, fc.nat(100_000), fc.nat(100), (rule, failures, more) => {
        const [less, longer] = [pauseSeconds(failures, rule), pauseSeconds(failures + more, rule)];
        return less <= longer && longer <= rule.longestSeconds;
      }),
    );
  });

  it("is over to the second, and rounds a begun second up", () => {
    const tries = failing(8);
    expect(secondsToWait(tries, start)).toBe(4);
    expect(secondsToWait(tries, start.add({ milliseconds: 3001 }))).toBe(1);
    expect(secondsToWait(tries, start.add({ seconds: 4 }))).toBe(0);
    expect(secondsToWait(undefined, start)).toBe(0);
  });

  it("begins anew when no failure came for a day", () => {
    const tries = failing(12);
    expect(afterFailure(tries, start.add({ hours: 23, minutes: 59 }), accountPause).failures).toBe(
      13,
    );
    expect(afterFailure(tries, start.add({ hours: 24 }), accountPause).failures).toBe(1);
  });

  it("holds a guesser who never rests to a hundred tries a day", () => {
    let now = start;
    let tries: Tries | undefined;
    let made = 0;
    for (; now.epochMilliseconds < start.add({ hours: 24 }).epochMilliseconds; made++) {
      tries = afterFailure(tries, now, accountPause);
      now = now.add({ seconds: secondsToWait(tries, now) });
    }
    expect(made).toBeGreaterThan(5);
    expect(made).toBeLessThanOrEqual(112);
  });
});

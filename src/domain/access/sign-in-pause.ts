import type { Temporal } from "temporal-polyfill";

/** Failed tries under one key, as they are kept. */
export interface Tries {
  readonly failures: number;
  readonly lastFailureAt: Temporal.Instant;
  readonly pausedUntil: Temporal.Instant;
}

export interface PauseRule {
  /** Tries that cost nothing: fingers slip. */
  readonly freeTries: number;
  /** The first pause; each next one is twice as long. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** Failures are forgotten when none came for so long. */
  readonly forgottenAfterHours: number;
}

/**
 * For one account from one network address, or from one device it has signed in on. Growing pauses keep
 * guessing slow (one of the means of NIST SP 800-63B-4, 3.2.2) without a lock that a stranger could turn against the owner: the
 * owner's own device and every other address are counted apart.
 */
export const accountPause: PauseRule = {
  freeTries: 5,
  firstSeconds: 1,
  longestSeconds: 15 * 60,
  forgottenAfterHours: 24,
};

/** For one network address over all accounts: against trying one password on many people. A clinic shares one address. */
export const addressPause: PauseRule = {
  freeTries: 50,
  firstSeconds: 1,
  longestSeconds: 60,
  forgottenAfterHours: 1,
};

/** For letters to one account: nobody's mailbox is flooded with resets. */
export const letterPause: PauseRule = {
  freeTries: 3,
  firstSeconds: 60,
  longestSeconds: 60 * 60,
  forgottenAfterHours: 24,
};

/** For codes to one address: whoever signs in by letter needs one each time, and nobody's mailbox is flooded. */
export const codePause: PauseRule = {
  freeTries: 10,
  firstSeconds: 30,
  longestSeconds: 15 * 60,
  forgottenAfterHours: 1,
};

/** Seconds to wait after so many failures: none, then twice as long each time, up to the rule's longest. */
export const pauseSeconds = (failures: number, rule: PauseRule): number =>
  failures <= rule.freeTries
    ? 0
    : Math.min(rule.longestSeconds, rule.firstSeconds * 2 ** (failures - rule.freeTries - 1));

const isForgotten = (tries: Tries, now: Temporal.Instant, rule: PauseRule): boolean =>
  now.since(tries.lastFailureAt).total("hours") >= rule.forgottenAfterHours;

/** What is kept after one more failure. */
export const afterFailure = (
  tries: Tries | undefined,
  now: Temporal.Instant,
  rule: PauseRule,
): Tries => {
  const before = tries === undefined || isForgotten(tries, now, rule) ? 0 : tries.failures;
  const failures = before + 1;
  return {
    failures,
    lastFailureAt: now,
    pausedUntil: now.add({ seconds: pauseSeconds(failures, rule) }),
  };
};

/** Whole seconds until the next try is looked at; 0 when it may come now. */
export const secondsToWait = (tries: Tries | undefined, now: Temporal.Instant): number => {
  if (tries === undefined) return 0;
  const left = tries.pausedUntil.epochMilliseconds - now.epochMilliseconds;
  return left <= 0 ? 0 : Math.ceil(left / 1000);
};

import { Temporal } from "temporal-polyfill";

/** Where the present comes from. Tests and the simulated program bring their own. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved. */
export const fixedClock = (start: string): Clock & { moveTo(instant: string): void } => {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at,
    moveTo: (instant) => {
      at = Temporal.Instant.from(instant);
    },
  };
};

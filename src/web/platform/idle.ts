export interface IdleState {
  readonly now: number;
  /** The last touch, key or turn of the wheel, in any window of this browser. */
  readonly lastInput: number;
  /** When the server was last told that somebody is here. */
  readonly lastAsked: number;
  readonly idleMilliseconds: number;
  readonly expiresAt: number;
}

const minute = 60_000;

/** How long before the end one is warned, and how long the server may hear nothing of somebody who only reads or types. */
export const warningMilliseconds = minute;
const askMilliseconds = 5 * minute;

/**
 * What is due: `end` when nobody touched this device for so long, or the session's last hour is over;
 * `warn` a minute before; `ask` when somebody is here and the server has not heard of it for a while.
 * What refreshes by itself counts for nothing: it is not a person.
 */
export const idleStep = (state: IdleState): "end" | "warn" | "ask" | "rest" => {
  const left = Math.min(
    state.lastInput + state.idleMilliseconds - state.now,
    state.expiresAt - state.now,
  );
  if (left <= 0) return "end";
  if (left <= warningMilliseconds) return "warn";
  const isUnheard = state.now - state.lastAsked >= askMilliseconds;
  return isUnheard && state.lastInput > state.lastAsked ? "ask" : "rest";
};

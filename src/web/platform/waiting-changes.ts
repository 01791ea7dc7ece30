import { createStore } from "#web/platform/store.ts";
import { furthest, type Nearness } from "#web/platform/nearness.ts";

/** What of one thing has not reached the server, and since when the server cannot be reached for it. */
export interface Waiting {
  readonly count: number;
  readonly lostSince: Date | null;
  /** Whether the device has it. */
  readonly nearness: Nearness;
}

export const nothingWaits: Waiting = { count: 0, lostSince: null, nearness: "kept" };
const parts = new Map<string, Waiting>();
const total = createStore<Waiting>(nothingWaits);

const earlier = (one: Date | null, other: Date | null): Date | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

/** How many changes of this device have not reached the server yet, and since when it does not answer. */
export const useWaitingChanges = (): Waiting => total.use();

/** Says what of one thing waits; all of it is shown in the strip above the work. */
export const sayWaiting = (of: string, waiting: Waiting): void => {
  if (waiting.count === 0) parts.delete(of);
  else parts.set(of, waiting);
  const sum = [...parts.values()].reduce(
    (all, { count, lostSince, nearness }) => ({
      count: all.count + count,
      lostSince: earlier(all.lostSince, lostSince),
      nearness: furthest([all.nearness, nearness]),
    }),
    nothingWaits,
  );
  const before = total.get();
  const isSame =
    sum.count === before.count &&
    sum.lostSince === before.lostSince &&
    sum.nearness === before.nearness;
  if (!isSame) total.set(sum);
};

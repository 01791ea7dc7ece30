import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";

/** How long what comes meanwhile is waited for: short of what anybody sees, long enough for many commits. */
const gatheringMs = 50;

const running = new WeakMap<pg.Pool, Set<Promise<void>>>();

/**
 * Gathers what is to be done over a pool after commits, and does all of it together a moment later: one round trip, and no commit waits
 * for another's. What fails here is lost, so somebody else must find it again.
 */
export const soon = <Item>(
  act: (pool: pg.Pool, items: readonly Item[]) => Promise<unknown>,
): ((pool: pg.Pool, item: Item) => void) => {
  const gathered = new WeakMap<pg.Pool, Item[]>();
  return (pool, item) => {
    const items = gathered.get(pool);
    if (items !== undefined) {
      items.push(item);
      return;
    }
    const first = [item];
    gathered.set(pool, first);
    const all = running.get(pool) ?? new Set();
    running.set(pool, all);
    const later = async (): Promise<void> => {
      await pause(gatheringMs);
      gathered.delete(pool);
      try {
        await act(pool, first);
      } catch {
        // Found again by whoever looks for what was lost.
      }
      all.delete(done);
    };
    const done = later();
    all.add(done);
  };
};

/** Resolves when everything that was gathered over this pool until now has been done. */
export const settleSoon = async (pool: pg.Pool): Promise<void> => {
  const all = running.get(pool);
  if (all !== undefined) await Promise.all(all);
};

import type pg from "pg";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Settings } from "#server/app/settings.ts";
import { openPool } from "#server/db/pool.ts";

/** Requests never wait behind the trail, behind errands, or behind tries that are counted apart from them. */
export interface Pools {
  readonly requests: pg.Pool;
  readonly door: pg.Pool;
  readonly files: pg.Pool;
  readonly trail: pg.Pool;
  readonly apart: pg.Pool;
  /** For what runs by itself; a letter that is caught takes two. */
  readonly errands: pg.Pool;
  readonly worker: pg.Pool;
}

/** Opens the pools over one address; each is closed when the product stops. */
export const openPools = (
  settings: Settings,
  url: string,
  lifetime: Lifetime,
  onError: (error: unknown) => void,
): Pools => {
  const open = (most: number, worker = false): pg.Pool => {
    const pool = openPool({ url, most, named: settings.named, worker, onError });
    lifetime.onStop(() => pool.end());
    return pool;
  };
  return {
    requests: open(10),
    door: open(4),
    files: open(3),
    trail: open(2),
    apart: open(3),
    errands: open(9),
    worker: open(5, true),
  };
};

import type { RateLimit } from "#domain/contract/route.ts";
import { problem } from "#domain/contract/problem.ts";

/**
 * Counts requests of one network on one route in fixed windows. In memory: it protects this process from
 * floods; what protects accounts is counted in the database. Keeps `mostKeys` windows in the order they began: ended
 * ones go first, and when all still run the oldest makes room.
 */
export const rateLimiter = (mostKeys = 100_000) => {
  const windows = new Map<string, { readonly endsMs: number; count: number }>();
  const makeRoom = (nowMs: number): void => {
    for (const [key, { endsMs }] of windows) {
      if (endsMs > nowMs && windows.size < mostKeys) return;
      windows.delete(key);
    }
  };
  return {
    /** Throws `too-many-tries` with the seconds to wait. */
    check(key: string, limit: RateLimit, nowMs: number): void {
      const current = windows.get(key);
      if (current === undefined || current.endsMs <= nowMs) {
        windows.delete(key);
        makeRoom(nowMs);
        windows.set(key, { endsMs: nowMs + limit.seconds * 1000, count: 1 });
        return;
      }
      current.count++;
      if (current.count > limit.limit)
        throw problem("too-many-tries", {
          values: { seconds: Math.ceil((current.endsMs - nowMs) / 1000) },
        });
    },
  };
};
export type RateLimiter = ReturnType<typeof rateLimiter>;

import type { RateLimit } from "#domain/contract/route.ts";
import { problem } from "#domain/contract/problem.ts";

const mostKeys = 100_000;

/**
 * Counts requests of one address on one route in fixed windows. In memory: it protects this process from
 * floods; what protects accounts is counted in the database.
 */
export const rateLimiter = () => {
  const windows = new Map<string, { readonly endsMs: number; count: number }>();
  return {
    /** Throws `too-many-tries` with the seconds to wait. */
    check(key: string, limit: RateLimit, nowMs: number): void {
      const current = windows.get(key);
      if (current === undefined || current.endsMs <= nowMs) {
        if (windows.size >= mostKeys) windows.clear();
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

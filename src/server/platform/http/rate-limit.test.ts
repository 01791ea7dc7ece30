import { expect, it } from "vitest";
import { rateLimiter } from "#server/platform/http/rate-limit.ts";

const twice = { limit: 2, seconds: 60 };
const isLetThrough = (
  limiter: ReturnType<typeof rateLimiter>,
  key: string,
  ms: number,
): boolean => {
  try {
    limiter.check(key, twice, ms);
    return true;
  } catch {
    return false;
  }
};

it("lets so many through in a window, and again in the next", () => {
  const limiter = rateLimiter();
  const at = (ms: number) => isLetThrough(limiter, "a", ms);
  expect([at(0), at(1), at(2), at(59_999), at(60_000)]).toEqual([true, true, false, false, true]);
});

it("when it is full forgets what has ended and what is oldest, never everybody", () => {
  const limiter = rateLimiter(3);
  const at = (key: string, ms: number) => isLetThrough(limiter, key, ms);
  for (const [key, ms] of [
    ["ended", 0],
    ["old", 50_000],
    ["young", 55_000],
  ] as const)
    expect([at(key, ms), at(key, ms), at(key, ms)]).toEqual([true, true, false]);
  expect(at("next", 60_000)).toBe(true);
  expect([at("old", 60_001), at("young", 60_001)]).toEqual([false, false]);
  expect(at("one too many", 60_002)).toBe(true);
  expect(at("young", 60_003)).toBe(false);
  expect(at("old", 60_003)).toBe(true);
});

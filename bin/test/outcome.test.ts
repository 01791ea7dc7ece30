import { describe, expect, test, vi } from "vitest";
import { failure, numbersOf, skip, total, withSecondTry, type Outcome } from "./outcome.ts";

test("adds up what the steps came to", () => {
  const sum = total([{ passed: 3, failed: 0, skipped: 1 }, failure("crashed"), skip("not here")]);
  expect(sum).toEqual({ passed: 3, failed: 1, skipped: 2 });
  expect(numbersOf(sum)).toBe("3 passed, 1 failed, 2 skipped");
});

test("says nothing of skipped tests when there are none", () => {
  expect(numbersOf(total([{ passed: 12, failed: 0, skipped: 0 }]))).toBe("12 passed, 0 failed");
});

test("a run in which nothing was tested is a failure", () => {
  expect(numbersOf(total([skip("not here")]))).toBe("0 passed, 1 failed, 1 skipped");
  expect(numbersOf(total([]))).toBe("0 passed, 1 failed");
});

describe("an error that no test caught", () => {
  const stray: Outcome = {
    passed: 9,
    failed: 2,
    skipped: 1,
    failures: ["a.test.ts: gone", "a.test.ts: gone again"],
    shaky: ["b.test.ts: late"],
    strayIn: ["a.test.ts", "a.test.ts"],
  };
  const clean: Outcome = { passed: 3, failed: 0, skipped: 0 };

  test("is passed and told by name once its files pass without it", async () => {
    const again = vi.fn<() => Promise<Outcome>>(() => Promise.resolve(clean));
    expect(await withSecondTry(stray, again)).toEqual({
      passed: 9,
      failed: 0,
      skipped: 1,
      shaky: ["b.test.ts: late", "a.test.ts: gone", "a.test.ts: gone again"],
    });
    expect(again).toHaveBeenCalledExactlyOnceWith(["a.test.ts"]);
  });

  test("stays a failure when it comes again", async () => {
    expect(await withSecondTry(stray, () => Promise.resolve(failure("again")))).toBe(stray);
  });

  test("is not tried again beside a failed test, nor when it is in no file", async () => {
    const again = vi.fn<() => Promise<Outcome>>(() => Promise.resolve(clean));
    for (const first of [{ ...stray, failed: 3 }, { ...stray, strayIn: [] }, failure("crashed")])
      expect(await withSecondTry(first, again)).toBe(first);
    expect(again).not.toHaveBeenCalled();
  });
});

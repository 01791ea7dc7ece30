import { expect, test } from "vitest";
import { failure, numbersOf, skip, total } from "./outcome.ts";

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

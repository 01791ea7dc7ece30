import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notify, shownNotices } from "#web/platform/notices.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const shown = (): string[] => shownNotices().map(({ text }) => text);

test("the last word about a thing stands alone, and takes no other word with it", () => {
  notify({ text: "Not signed.", tone: "risk", about: "signature" });
  notify({ text: "Could not be closed.", tone: "risk" });
  notify({ text: "12 signed.", about: "signature" });
  expect(shown()).toEqual(["12 signed.", "Could not be closed."]);
});

test("at most three stand at once, the latest first, and none stays", () => {
  for (const text of ["One", "Two", "Two", "Three", "Four"]) notify({ text });
  expect(shown()).toEqual(["Four", "Three", "Two"]);
  vi.runAllTimers();
  expect(shown()).toEqual([]);
});

test("a notice stands as long as it was asked to", () => {
  notify({ text: "Signed out in a minute.", seconds: 55 });
  vi.advanceTimersByTime(54_000);
  expect(shown()).toEqual(["Signed out in a minute."]);
  vi.advanceTimersByTime(2000);
  expect(shown()).toEqual([]);
});

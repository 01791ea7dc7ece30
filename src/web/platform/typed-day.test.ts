import { expect, test } from "vitest";
import { isDay, weekdayTyped } from "#web/platform/typed-day.ts";

test("a whole day says its weekday", () => {
  expect(weekdayTyped("2026-11-19")).toBe("Thu");
  expect(weekdayTyped("2024-02-29")).toBe("Thu");
});

test.each(["", "0002-11-19", "0202-11-19", "2026-02-30", "112026-11-19", "2026-11-19T00:00"])(
  "%j is no day yet and says none",
  (typed) => {
    expect(isDay(typed)).toBe(false);
    expect(weekdayTyped(typed)).toBeNull();
  },
);

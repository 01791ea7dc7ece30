import { expect, test } from "vitest";
import { beyondLimits } from "#web/platform/beyond-limits.ts";

const limits = { days: [1, 7], makeUps: [0, 14] } as const;

test("each number outside its limits is told at once, and none that is inside or empty", () => {
  expect(beyondLimits({ days: 9, makeUps: 40 }, limits)).toEqual({
    days: { code: "too-big" },
    makeUps: { code: "too-big" },
  });
  expect(beyondLimits({ days: 0, makeUps: 0 }, limits)).toEqual({ days: { code: "too-small" } });
  expect(beyondLimits({ days: 7, makeUps: 14 }, limits)).toEqual({});
  expect(beyondLimits({ days: null, makeUps: null }, limits)).toEqual({});
});

import { expect, test } from "vitest";
import { isOverdue } from "#domain/charting/goal.ts";

const today = "2026-11-23";

test.each([
  ["the day before", { status: "active", targetOn: "2026-11-22" }, true],
  ["today", { status: "active", targetOn: today }, false],
  ["no day", { status: "active", targetOn: null }, false],
  ["met after its day", { status: "met", targetOn: "2026-11-22" }, false],
  ["given up", { status: "discontinued", targetOn: "2026-11-22" }, false],
] as const)("an objective by %s", (_, objective, overdue) => {
  expect(isOverdue(objective, today)).toBe(overdue);
});

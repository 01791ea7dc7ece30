import { expect, test } from "vitest";
import { tookOf } from "#web/tasks/took.ts";

const asked = { createdAt: "2026-11-19T18:00:00Z", dueAt: "2026-11-19T18:15:00Z" };

test.each([
  ["2026-11-19T18:00:20Z", { minutes: 1, isInTime: true }],
  ["2026-11-19T18:15:00.000Z", { minutes: 15, isInTime: true }],
  ["2026-11-19T18:15:01Z", { minutes: 16, isInTime: false }],
  ["2026-11-21T18:00:00Z", { minutes: 2880, isInTime: false }],
])("a task closed at %s took so long", (closedAt, took) => {
  expect(tookOf({ ...asked, closedAt })).toEqual(took);
});

test("a task that is open took nothing yet", () => {
  expect(tookOf({ ...asked, closedAt: null })).toBeNull();
});

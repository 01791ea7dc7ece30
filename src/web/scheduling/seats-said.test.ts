import { expect, test } from "vitest";
import { seatsSaid } from "#web/scheduling/seats-said.ts";

const hour = {
  state: "scheduled",
  endsAt: "2026-11-19T16:55:00Z",
  expectedCount: 1,
  presentCount: 0,
  comingCount: 1,
} as const;
const before = new Date("2026-11-19T16:00:00Z");
const after = new Date("2026-11-19T17:00:00Z");

test("before its end a session says who is expected, or who is here", () => {
  expect(seatsSaid(hour, before)).toBe("expected");
  expect(seatsSaid({ ...hour, state: "open", presentCount: 1 }, before)).toBe("here");
});

test("once its hour is over nobody is expected any more", () => {
  expect(seatsSaid({ ...hour, comingCount: 0 }, after)).toBe("came");
  expect(seatsSaid({ ...hour, state: "ended" }, after)).toBe("came");
  expect(seatsSaid(hour, after)).toBe("to-enter");
});

test("one that nobody was planned for lacks no entry", () => {
  expect(seatsSaid({ ...hour, expectedCount: 0, comingCount: 0 }, after)).toBe("expected");
});

test("one that was called off says why", () => {
  expect(seatsSaid({ ...hour, state: "cancelled" }, after)).toBe("cancelled");
});

import { expect, test } from "vitest";
import { arrivalOf, awayOf, isAhead, isOver, mayHaveLeft, phaseOf } from "#web/charting/arrival.ts";

const session = { startsAt: "2026-11-22T18:00:00.000Z", endsAt: "2026-11-22T18:50:00.000Z" };
const at = (now: string) => ({ room: { session }, now: new Date(now) });

test("who comes while it runs comes at that moment", () => {
  for (const now of ["2026-11-22T17:40:00Z", "2026-11-22T18:49:59Z"]) {
    expect(isOver(at(now))).toBe(false);
    expect(arrivalOf(at(now), "one", "video")).toEqual({
      kind: "arrive",
      patientId: "one",
      mode: "video",
    });
  }
});

test("before its first moment a session is ahead, and neither running nor over", () => {
  expect(isAhead(at("2026-11-22T17:59:59Z"))).toBe(true);
  expect(isOver(at("2026-11-22T17:59:59Z"))).toBe(false);
  for (const now of ["2026-11-22T18:00:00Z", "2026-11-22T18:50:00Z"])
    expect(isAhead(at(now))).toBe(false);
});

test("entered when it is over, they were there from its beginning", () => {
  expect(arrivalOf(at("2026-11-22T18:50:00Z"), "one", "room")).toEqual({
    kind: "arrive",
    patientId: "one",
    mode: "room",
    occurredAt: session.startsAt,
  });
});

test("who was called out, or whose line broke off, is not in the group until they are back", () => {
  const occurredAt = "2026-11-22T18:20:00Z";
  expect(awayOf({ kind: "pulled-out", occurredAt })).toEqual({
    because: "individual",
    since: occurredAt,
    back: "returned",
  });
  expect(awayOf({ kind: "failure-start", occurredAt })).toMatchObject({
    because: "line",
    back: "failure-end",
  });
  for (const kind of ["arrive", "returned", "failure-end", "leave", "mode"] as const)
    expect(awayOf({ kind, occurredAt })).toBeNull();
  expect(awayOf(undefined)).toBeNull();
});

test("what an arrival means follows the clock, and nobody comes before the doors open", () => {
  const during = (now: string) =>
    phaseOf({ room: { session, attendanceRule: { graceMinutes: 10 } }, now: new Date(now) });
  expect(during("2026-11-22T15:59:59Z")).toBe("shut");
  expect(during("2026-11-22T16:00:00Z")).toBe("open");
  expect(during("2026-11-22T18:10:00Z")).toBe("open");
  expect(during("2026-11-22T18:11:00Z")).toBe("late");
  expect(during("2026-11-22T18:50:00Z")).toBe("over");
});

test("who was on video from the beginning is entered as such, whenever somebody enters it", () => {
  expect(arrivalOf(at("2026-11-22T18:23:00Z"), "one", "video", true)).toEqual({
    kind: "arrive",
    patientId: "one",
    mode: "video",
    occurredAt: session.startsAt,
  });
});

test("who is here may have left, and after the end who is said to have stayed", () => {
  const running = at("2026-11-22T18:30:00Z");
  const over = at("2026-11-22T19:00:00Z");
  expect(mayHaveLeft(running, { isHere: true, lastOutAt: null })).toBe(true);
  expect(mayHaveLeft(running, { isHere: false, lastOutAt: "2026-11-22T18:20:00Z" })).toBe(false);
  expect(mayHaveLeft(over, { isHere: false, lastOutAt: "2026-11-22T18:50:00Z" })).toBe(true);
  expect(mayHaveLeft(over, { isHere: false, lastOutAt: "2026-11-22T18:20:00Z" })).toBe(false);
});

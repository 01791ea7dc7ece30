import { expect, test } from "vitest";
import { arrivalOf, awayOf, isAhead, isOver } from "#web/charting/arrival.ts";

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

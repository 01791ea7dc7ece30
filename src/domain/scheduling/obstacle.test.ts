import { describe, expect, it } from "vitest";
import { clashOf } from "#domain/scheduling/obstacle.ts";

const wanted = {
  roomId: "cedar",
  staffIds: ["denise"],
  startsAt: "2026-11-26T18:00:00Z",
  endsAt: "2026-11-26T21:00:00Z",
};

describe("a booking that is wanted again", () => {
  it.each([
    ["nothing else", [], null],
    ["another room and person", [{ roomId: "birch", staffIds: ["ray"] }], null],
    ["the same room", [{ roomId: "cedar", staffIds: ["ray"] }], "room-taken"],
    ["the same person", [{ roomId: "birch", staffIds: ["ray", "denise"] }], "facilitator-taken"],
    ["no room, another person", [{ roomId: null, staffIds: [] }], null],
  ] as const)("meets %s", (_, others, clash) => {
    expect(
      clashOf(
        wanted,
        others.map((one) => ({ ...wanted, ...one })),
      )?.because ?? null,
    ).toBe(clash);
  });

  it("meets nobody who leaves as it begins or comes as it ends", () => {
    const before = { ...wanted, startsAt: "2026-11-26T17:00:00Z", endsAt: wanted.startsAt };
    const after = { ...wanted, startsAt: wanted.endsAt, endsAt: "2026-11-26T22:00:00Z" };
    expect(clashOf(wanted, [before, after])).toBeNull();
    const within = { ...wanted, startsAt: "2026-11-26T20:59:00.5Z", endsAt: after.endsAt };
    expect(clashOf(wanted, [before, within])).toEqual({ because: "room-taken", other: within });
  });

  it("is not held up by a room where it has none", () => {
    expect(clashOf({ ...wanted, roomId: null, staffIds: [] }, [{ ...wanted, roomId: null }])).toBe(
      null,
    );
  });
});

import { expect, test } from "vitest";
import { takenInLine } from "#server/app/commands/claims-take-in.ts";

const zone = "America/Denver";
const taken = {
  name: "837p-1.x12",
  verdict: "rejected",
  rejectedClaims: 1,
  isNew: true,
  isDeciding: true,
  saidAt: "2026-11-20T06:10:00Z",
  receivedAt: "2026-11-20T05:00:00Z",
} as const;

test("what was taken in says both days only where they differ, and what does not stand", () => {
  expect(takenInLine(taken, zone)).toBe("837p-1.x12: rejected, 1 claim rejected");
  expect(
    takenInLine({ ...taken, receivedAt: "2026-11-23T17:00:00Z", isDeciding: false }, zone),
  ).toBe(
    "837p-1.x12: rejected, 1 claim rejected, said on 2026-11-19, taken in on 2026-11-23, another answer stands over it",
  );
  expect(
    takenInLine({ ...taken, verdict: "accepted", rejectedClaims: 0, isNew: false }, zone),
  ).toBe("837p-1.x12: accepted (taken in before)");
});

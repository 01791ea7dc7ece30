import { expect, test } from "vitest";
import { endingKindOf } from "#web/access/ending-kind.ts";

test("a letter whose link has ended is not told to stop working, and access is told from a letter", () => {
  expect(endingKindOf({ state: "active" })).toBe("access");
  expect(endingKindOf({ state: "invited" })).toBe("open-invitation");
  expect(endingKindOf({ state: "invitation-over" })).toBe("closed-invitation");
});

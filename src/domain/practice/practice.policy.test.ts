import { describe, expect, test } from "vitest";
import { permissionsOf, type Role } from "#domain/access/roles.ts";
import {
  bringBackRefusal,
  changeRefusal,
  mayAdd,
  type PracticeRecord,
} from "#domain/practice/practice.policy.ts";

const as = (...roles: readonly Role[]) => ({ permissions: permissionsOf(roles) });
const kinds: readonly PracticeRecord[] = ["organization", "site", "room", "staff", "credential"];
const inUse = { retiredAt: null };
const retired = { retiredAt: "2026-01-01T00:00:00Z" };

describe("who may do what in the practice", () => {
  test.each(["administrator", "director"] as const)("a %s manages all of it", (role) => {
    expect(kinds.filter((kind) => !mayAdd(as(role), kind))).toEqual([]);
    expect(kinds.map((kind) => changeRefusal(as(role), kind, inUse))).toEqual(
      kinds.map(() => null),
    );
  });

  test.each(["therapist", "biller", "auditor", "patient"] as const)("a %s none of it", (role) => {
    expect(kinds.filter((kind) => mayAdd(as(role), kind))).toEqual([]);
    for (const kind of kinds) {
      expect(changeRefusal(as(role), kind, inUse)).toBe("not-allowed");
      expect(bringBackRefusal(as(role), kind, retired)).toBe("not-allowed");
    }
  });

  test("what is retired stays as it was until it is brought back", () => {
    expect(changeRefusal(as("administrator"), "site", retired)).toBe("retired");
    expect(bringBackRefusal(as("administrator"), "site", retired)).toBeNull();
    expect(bringBackRefusal(as("administrator"), "site", inUse)).toBe("not-retired");
  });
});

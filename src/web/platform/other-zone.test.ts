import { expect, test } from "vitest";
import { sayOtherZone } from "#web/platform/other-zone.ts";

test("a time of another zone says its zone, one of the organization's own says nothing", () => {
  expect(sayOtherZone("America/Los_Angeles", "America/Denver")).toBe(" PT");
  expect(sayOtherZone("America/Denver", "America/Denver")).toBe("");
  // Nobody is signed in yet.
  expect(sayOtherZone("America/Denver", undefined)).toBe("");
});

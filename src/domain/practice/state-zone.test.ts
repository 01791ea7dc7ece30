import { expect, test } from "vitest";
import { usStates } from "#domain/basics/us-address.ts";
import { americanZones } from "#domain/basics/zone.ts";
import { usualZone } from "#domain/practice/state-zone.ts";

test("every state has a usual zone, and it is one that can be chosen", () => {
  const zones: readonly string[] = americanZones;
  expect(usStates.filter((state) => !zones.includes(usualZone(state) ?? ""))).toEqual([]);
});

test("what is no state has none", () => {
  expect(usualZone("")).toBeUndefined();
  expect(usualZone("ZZ")).toBeUndefined();
});

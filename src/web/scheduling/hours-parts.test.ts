import { expect, test } from "vitest";
import { hoursStandings } from "#domain/scheduling/hours.ts";
import { countPart, partAddress, partsOffered } from "#web/scheduling/hours-parts.ts";

const rows = [
  { standing: "met", shortMinutes: 0 },
  { standing: "on-course", shortMinutes: 0 },
  { standing: "short", shortMinutes: 1 },
  { standing: "short", shortMinutes: 15 },
  { standing: "variance", shortMinutes: 240 },
  { standing: "no-rule", shortMinutes: 0 },
] as const;

test("reached, short and not whole leave nobody out and count nobody twice", () => {
  const parts = ["reached", "short", "variance", "no-rule"] as const;
  expect(parts.map((part) => countPart(rows, part))).toEqual([2, 2, 1, 1]);
  expect([countPart(rows, "short-slightly"), countPart(rows, "short-clearly")]).toEqual([1, 1]);
  const standings = hoursStandings.map((part) => countPart(rows, part));
  expect(standings.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test("a figure leads to its rows in the week that is shown", () => {
  expect(partAddress("", "short")).toBe("/staff/hours?hours.standing=short");
  expect(partAddress("2026-11-16", "met")).toBe("/staff/hours?week=2026-11-16&hours.standing=met");
  expect(partAddress("", null)).toBe("/staff/hours");
});

test("every part has an address that stays valid, and a choice carried over is still shown", () => {
  expect(partsOffered(false, "")).toEqual(expect.arrayContaining([...hoursStandings, "reached"]));
  expect(partsOffered(true, "")).not.toContain("on-course");
  expect(partsOffered(true, "on-course")).toContain("on-course");
  expect(partsOffered(true, "reached")).toContain("reached");
});

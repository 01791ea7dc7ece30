import { expect, test } from "vitest";
import { filesByDay } from "#web/billing/claims/files-by-day.ts";

const file = (createdAt: string, claims: number, totalCents: number) => ({
  createdAt,
  isTest: false,
  standing: "waiting" as const,
  claims,
  totalCents,
});

// In Denver the second is still of Tuesday, though UTC has Wednesday.
const files = [
  file("2026-11-18T20:30:00Z", 2, 62_000),
  file("2026-11-18T05:30:00Z", 3, 190_800),
  file("2026-11-17T20:30:00Z", 8, 112_500),
];

const none = { files: 0, claims: 0, totalCents: 0 };

test("files of one day are added up by the clock of the organization", () => {
  expect([...filesByDay(files, "America/Denver", false)]).toEqual([
    ["2026-11-18", { sent: { files: 1, claims: 2, totalCents: 62_000 }, tests: none }],
    ["2026-11-17", { sent: { files: 2, claims: 11, totalCents: 303_300 }, tests: none }],
  ]);
});

test("a day of which older files may be missing has no sum", () => {
  expect([...filesByDay(files, "America/Denver", true).keys()]).toEqual(["2026-11-18"]);
});

test("a test file asks nobody for anything and counts apart", () => {
  const [first, ...others] = files;
  const tried = first ? [{ ...first, isTest: true }, ...others] : [];
  expect(filesByDay(tried, "America/Denver", false).get("2026-11-18")).toEqual({
    sent: none,
    tests: { files: 1, claims: 2, totalCents: 62_000 },
  });
});

test("a file that was taken back sent nothing", () => {
  const [first, ...others] = files;
  const back = first ? [{ ...first, standing: "taken-back" as const }, ...others] : [];
  expect([...filesByDay(back, "America/Denver", false).keys()]).toEqual(["2026-11-17"]);
});

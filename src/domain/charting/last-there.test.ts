import { expect, test } from "vitest";
import { lastThere } from "#domain/charting/last-there.ts";

const stay = { id: "a", admittedOn: "2026-11-02", endedOn: null };
const session = (day: string, status: string) => ({ kind: "session" as const, day, status });

test.each([
  ["the last session they were in", [session("2026-11-16", "present")], "2026-11-16"],
  [
    "no session they missed after it, and no later word of anything else",
    [
      session("2026-11-19", "absent"),
      session("2026-11-18", "excused"),
      { kind: "measure" as const, day: "2026-11-19", status: "mild" },
      session("2026-11-12", "left-early"),
      session("2026-11-09", "late"),
    ],
    "2026-11-12",
  ],
  ["nothing of an earlier stay", [session("2026-10-29", "present")], null],
  ["nothing where nobody came", [session("2026-11-05", "expected")], null],
] as const)("the last day is that of %s", (_, entries, expected) => {
  expect(lastThere(stay, [stay], entries)).toBe(expected);
});

test("of stays that run beside each other nothing is proposed; of one that was over before, all is", () => {
  const entries = [session("2026-11-16", "present")];
  const beside = { id: "b", admittedOn: "2026-11-05", endedOn: null };
  const before = { id: "c", admittedOn: "2026-08-01", endedOn: "2026-09-30" };
  expect(lastThere(stay, [stay, beside], entries)).toBeNull();
  expect(lastThere(stay, [before, stay], entries)).toBe("2026-11-16");
});

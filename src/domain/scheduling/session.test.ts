import { describe, expect, it, test } from "vitest";
import { leadsOtherwise, standingAt } from "#domain/scheduling/session.ts";

test("only whoever leads the group otherwise has it led for them", () => {
  const replaced = [
    { staffId: "one", role: "lead" },
    { staffId: "other", role: "co-facilitator" },
  ];
  expect(leadsOtherwise({ replaced }, "one")).toBe(true);
  for (const staffId of ["other", "somebody", null])
    expect(leadsOtherwise({ replaced }, staffId)).toBe(false);
  expect(leadsOtherwise({ replaced: [] }, "one")).toBe(false);
});

describe("how a session stands", () => {
  const session = { startsAt: "2026-11-19T16:00:00Z", endsAt: "2026-11-19T19:00:00Z" };
  const [before, within, after] = ["15:30", "17:27", "19:00"].map((hour) =>
    Date.parse(`2026-11-19T${hour}:00Z`),
  );
  it.each([
    ["to come before its hour", "scheduled", before, "scheduled"],
    ["to come where somebody came early", "open", before, "scheduled"],
    ["running though nothing was entered", "scheduled", within, "open"],
    ["running with somebody in it", "open", within, "open"],
    ["over where somebody ended it early", "ended", within, "ended"],
    ["over though nothing was entered", "scheduled", after, "ended"],
    ["called off whatever the clock says", "cancelled", after, "cancelled"],
  ] as const)("is %s", (_, state, now, standing) => {
    expect(standingAt({ ...session, state }, now ?? Number.NaN)).toBe(standing);
  });
});

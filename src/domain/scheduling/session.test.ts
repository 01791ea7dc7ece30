import { expect, test } from "vitest";
import { leadsOtherwise } from "#domain/scheduling/session.ts";

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

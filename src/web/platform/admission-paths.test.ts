import { expect, test } from "vitest";
import { groupFor, groupsFor } from "#web/platform/admission-paths.ts";

test("the groups of a program and then one group carry the stay that wants a seat", () => {
  const enrollmentId = "e1";
  expect(groupsFor({ enrollmentId, programName: "Evening IOP" })).toBe(
    "/staff/groups?series.find=Evening+IOP&for=e1",
  );
  expect(groupFor("s1", enrollmentId)).toBe("/staff/groups/s1?for=e1");
  expect(groupFor("s1", "")).toBe("/staff/groups/s1");
});

import { expect, test } from "vitest";
import { crisesToSay } from "#web/app/staff/crisis-said.ts";
import { paths } from "#web/platform/paths.ts";

const mine = { takenAt: null, ownerStaffId: "one", patientId: "ana" };
const taken = { takenAt: "2026-11-22T18:00:00Z", ownerStaffId: "other", patientId: "ana" };
const ofAnother = { takenAt: null, ownerStaffId: "one", patientId: "bo" };
const said = (path: string) => crisesToSay([mine, taken, ofAnother], { staffId: "one", path });

test("a crisis is said above every screen until somebody else has taken it", () => {
  expect(said("/staff/sessions")).toEqual([mine, ofAnother]);
});

test("it is said once where the screen says it by itself", () => {
  for (const path of [paths.home, paths.tasks]) expect(said(path)).toEqual([]);
  expect(said(paths.patient("ana"))).toEqual([ofAnother]);
  expect(said(paths.measures("ana"))).toEqual([mine, ofAnother]);
});

import { expect, test } from "vitest";
import { wallTimeTyped } from "#domain/scheduling/typed-time.ts";
import { hourAloneWith } from "#web/scheduling/first-session-values.ts";

const stays = [
  { patientId: "ann", enrollmentId: "stay of ann", programId: "evening", variance: null },
  { patientId: "ben", enrollmentId: "ended", programId: "php", variance: "last-week" },
  { patientId: "ben", enrollmentId: "stay of ben", programId: "day", variance: null },
];
const types = [
  { id: "group", name: "Process group", format: "group" as const },
  { id: "assessment", name: "Assessment", format: "assessment" as const },
  { id: "alone", name: "Individual hour", format: "individual" as const },
];

test("an hour alone is the one that just ended, with the person, their program and the activity", () => {
  const asked = { stays, types, zone: "America/Denver", now: new Date("2026-11-23T19:02:00Z") };
  const hour = hourAloneWith("ben", asked);
  expect(hour).toEqual({
    activityTypeId: "alone",
    name: "Individual hour",
    enrollmentId: "stay of ben",
    programId: "day",
    startsAtWall: hour.startsAtWall,
  });
  expect(wallTimeTyped(hour.startsAtWall ?? "")).toBe("11:12");
  const atNight = hourAloneWith("ben", { ...asked, now: new Date("2026-11-23T07:20:00Z") });
  expect(wallTimeTyped(atNight.startsAtWall ?? "")).toBe("00:20");
});

test("what is not known is left to be filled in", () => {
  expect(hourAloneWith("cat", { stays, types: [], zone: undefined, now: new Date() })).toEqual({
    startsAtWall: "",
  });
});

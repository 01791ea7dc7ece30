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

test("an hour alone begins with the person, their program, the activity and the time", () => {
  const time = "11:12 AM";
  expect(hourAloneWith("ben", { stays, types, time })).toEqual({
    activityTypeId: "alone",
    name: "Individual hour",
    enrollmentId: "stay of ben",
    programId: "day",
    startsAtWall: time,
  });
  expect(wallTimeTyped(time)).toBe("11:12");
});

test("what is not known is left to be filled in", () => {
  expect(hourAloneWith("cat", { stays, types: [], time: "3:00 PM" })).toEqual({
    startsAtWall: "3:00 PM",
  });
});

import { describe, expect, test } from "vitest";
import {
  admissionOf,
  checkAdmission,
  firstValues,
  type AdmissionValues,
  type Choices,
} from "#web/charting/plan-admission-values.ts";

const level = (id: string) => ({ id, name: id, code: id });
const track = (id: string, levels: readonly string[]) => ({
  id,
  name: id,
  program: { id: "p", name: "Evening" },
  siteName: "Eastside",
  kind: "substance-use",
  label: "part-2",
  levels: levels.map(level),
});
const choices = (given: Partial<Choices> = {}): Choices => ({
  patient: { id: "n", name: "Nia Quill", givenName: "Nia", mrn: "1", birthDate: "1990-03-06" },
  today: "2026-11-22",
  tracks: [track("evening", ["iop", "outpatient"]), track("day", ["php"])],
  attending: [
    { id: "doctor", name: "Imani Delacroix, MD" },
    { id: "nurse", name: "Saoirse Pellington, NP" },
  ],
  therapists: [{ id: "therapist", name: "Desmond Okonjo, LPC" }],
  payers: [{ id: "prairie", name: "Prairie Shield" }],
  coverages: [],
  running: [],
  ...given,
});

const written: AdmissionValues = {
  ...firstValues(choices(), null),
  trackId: "evening",
  levelOfCareId: "iop",
  admissionSource: "self",
  diagnosis1: "F10.20",
  coverageId: "new",
  payerId: "prairie",
  memberNumber: "X4471902",
  relationToSubscriber: "self",
  problem1: "Drinks every evening",
  statement1: "I want my mornings back",
  objective1: "Seven dry evenings in a row",
};

test("a level is asked for once there is a track to choose it from", () => {
  const check = checkAdmission(true);
  const none = { ...written, trackId: "", levelOfCareId: "" };
  expect(check(none)).toEqual({ trackId: { code: "missing" } });
  expect(check({ ...none, trackId: "evening" })).toEqual({ levelOfCareId: { code: "missing" } });
});

describe("what stands in the form before anybody typed", () => {
  test("is nothing clinical, and nothing that would have to be known", () => {
    const { admittedOn, admissionType, ...rest } = firstValues(choices(), null);
    expect({ admittedOn, admissionType }).toEqual({
      admittedOn: "2026-11-22",
      admissionType: "elective",
    });
    expect(Object.values(rest).filter((value) => value !== "" && value !== null)).toEqual([]);
  });

  test("is the one choice where there is no other", () => {
    const one = { tracks: [track("day", ["php"])], attending: [{ id: "doctor", name: "MD" }] };
    expect(firstValues(choices(one), null)).toMatchObject({
      trackId: "day",
      levelOfCareId: "php",
      attendingStaffId: "doctor",
    });
  });

  test("is whoever admits as attending, where they may attend", () => {
    expect(firstValues(choices(), "nurse").attendingStaffId).toBe("nurse");
    expect(firstValues(choices(), "therapist").attendingStaffId).toBe("");
  });
});

describe("what is sent", () => {
  test("a policy without a beginning is in force from the first day of the stay", () => {
    expect(checkAdmission(true)(written)).toEqual({});
    expect(admissionOf("n", written).coverage).toMatchObject({
      payerId: "prairie",
      effectiveFrom: "2026-11-22",
    });
    const since = { ...written, effectiveFrom: "2026-01-01" };
    expect(admissionOf("n", since).coverage).toMatchObject({ effectiveFrom: "2026-01-01" });
  });

  test("a new policy lacks its number and whose it is until they are given", () => {
    const bare = { ...written, memberNumber: "", relationToSubscriber: "" } as const;
    expect(Object.keys(checkAdmission(true)(bare))).toEqual([
      "memberNumber",
      "relationToSubscriber",
    ]);
    expect(checkAdmission(true)({ ...bare, coverageId: "none" })).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import { weekOf } from "#domain/programs/week.ts";
import {
  floorMinutesOf,
  hoursPartsOf,
  hoursTotalsOf,
  isWholeWeek,
  plannedShortOf,
  surplusMinutesOf,
} from "#domain/scheduling/hours.ts";
import { weekHoursOf, type FloorRule, type Stay } from "#domain/scheduling/week-hours.ts";

const iop: FloorRule = {
  id: "rule",
  name: "IOP 9 hours",
  source: "ASAM Criteria, 3rd edition",
  floorMinutes: 540,
  ceilingMinutes: 1200,
  week: "monday",
  mostMakeUps: null,
  levelOfCareId: "iop",
  population: "adult",
  effectiveFrom: "2020-01-01",
  effectiveTo: null,
};
const day = (date: string, creditedMinutes: number, bookedMinutes = 0) => ({
  date,
  creditedMinutes,
  overLimitMinutes: 0,
  bookedMinutes,
  breakMinutes: 0,
  usualBreakMinutes: 0,
  isBeforeBreaks: false,
  isDoubled: false,
  scheduledMinutes: 180,
  deliveredMinutes: creditedMinutes,
  missed: 0,
  excused: 0,
  isPart: false,
});
const stay = (more: Partial<Stay> = {}): Stay => ({
  patientId: "p",
  enrollmentId: "e",
  levelOfCareId: "iop",
  levelName: "IOP",
  population: "adult",
  admittedOn: "2026-10-01",
  endedOn: null,
  closedOn: [],
  days: [],
  ...more,
});
const on = "2026-11-19";

describe("where a week begins", () => {
  it.each([
    ["sunday", "2026-11-15", "2026-11-21"],
    ["monday", "2026-11-16", "2026-11-22"],
    ["rolling", "2026-11-13", "2026-11-19"],
    ["admission", "2026-11-19", "2026-11-25"],
  ] as const)("%s", (kind, startsOn, endsOn) => {
    expect(weekOf(kind, on, "2026-10-01")).toEqual({ startsOn, endsOn });
  });
});

describe("hours against the floor", () => {
  it("counts Sunday into the week of the rule, and names the rule", () => {
    const days = [
      day("2026-11-15", 180),
      day("2026-11-16", 180),
      day("2026-11-18", 180),
      day("2026-11-19", 180),
    ];
    const monday = weekHoursOf(stay({ days }), [iop], on);
    expect(monday).toMatchObject({
      creditedMinutes: 540,
      standing: "met",
      rule: { name: "IOP 9 hours" },
    });
    const sunday = weekHoursOf(stay({ days }), [{ ...iop, week: "sunday" }], on);
    expect(sunday.creditedMinutes).toBe(720);
  });

  it("is on course with what is booked, short without, and a minute short is short", () => {
    const two = [day("2026-11-16", 180), day("2026-11-18", 180)];
    expect(
      weekHoursOf(stay({ days: [...two, day("2026-11-19", 0, 180)] }), [iop], on).standing,
    ).toBe("on-course");
    const short = weekHoursOf(stay({ days: [...two, day("2026-11-19", 179)] }), [iop], on);
    expect(short).toMatchObject({ standing: "short", shortMinutes: 1 });
  });

  it("holds no week against anybody that was not whole", () => {
    const days = [day("2026-11-19", 180)];
    const variance = (more: Partial<Stay>) =>
      weekHoursOf(stay({ days, ...more }), [iop], on).variance;
    expect(variance({ admittedOn: "2026-11-18" })).toBe("first-week");
    expect(variance({ endedOn: "2026-11-20" })).toBe("last-week");
    expect(variance({ closedOn: ["2026-11-17"] })).toBe("closure");
    expect(variance({ closedOn: ["2026-11-23"] })).toBeNull();
  });

  it("says which days were closed, and of a week that is not whole nothing else, whatever was credited in it", () => {
    const days = [day("2026-11-16", 540)];
    const closed = weekHoursOf(
      stay({ days, closedOn: ["2026-11-23", "2026-11-20", "2026-11-19", "2026-11-19"] }),
      [iop],
      on,
    );
    expect(closed).toMatchObject({
      standing: "variance",
      closedOn: ["2026-11-19", "2026-11-20"],
    });
    expect(isWholeWeek(closed)).toBe(false);
    expect(surplusMinutesOf(closed)).toBe(0);
    expect(weekHoursOf(stay({ days, endedOn: "2026-11-17" }), [iop], on).standing).toBe("variance");
  });

  it("holds nobody to a floor of no hours", () => {
    const none = weekHoursOf(stay({ closedOn: ["2026-11-19"] }), [{ ...iop, floorMinutes: 0 }], on);
    expect(none.standing).toBe("no-rule");
    expect([isWholeWeek(none), floorMinutesOf(none), surplusMinutesOf(none)]).toEqual([
      false,
      null,
      null,
    ]);
  });

  it("asks the version in force on the day, for the population", () => {
    const rules = [
      { ...iop, effectiveTo: "2026-11-15" },
      { ...iop, id: "next", floorMinutes: 600, effectiveFrom: "2026-11-16" },
      { ...iop, id: "teen", population: "adolescent", floorMinutes: 360 },
    ];
    expect(weekHoursOf(stay(), rules, on).rule?.id).toBe("next");
    expect(weekHoursOf(stay(), rules, "2026-11-15").rule?.id).toBe("rule");
    expect(weekHoursOf(stay({ population: "adolescent" }), rules, on).rule?.floorMinutes).toBe(360);
    expect(weekHoursOf(stay({ levelOfCareId: "other" }), rules, on).standing).toBe("no-rule");
  });

  it("meets nothing where the rule asks for no hours", () => {
    const week = weekHoursOf(stay(), [{ ...iop, floorMinutes: 0 }], on);
    expect(week.standing).toBe("no-rule");
    expect(isWholeWeek(week)).toBe(false);
  });
});

describe("what the weeks of a board come to together", () => {
  const of = (credited: number, booked = 0, more: Partial<Stay> = {}) =>
    weekHoursOf(stay({ days: [day("2026-11-18", credited, booked)], ...more }), [iop], on);

  it("adds up: of each week no more counts than its floor, and what is beyond stands apart", () => {
    const weeks = [
      of(600),
      of(300, 60),
      of(480, 180),
      of(200, 0, { admittedOn: "2026-11-17" }),
      of(90, 0, { levelOfCareId: "other" }),
    ];
    expect(hoursTotalsOf(weeks)).toEqual({
      required: 1620,
      credited: 540 + 300 + 480,
      booked: 60 + 60,
      missing: 180,
      beyond: 60 + 200 + 90,
    });
  });
});

describe("the parts that figures count and lists are narrowed to", () => {
  const of = (standing: Parameters<typeof hoursPartsOf>[0]["standing"], shortMinutes = 0) =>
    hoursPartsOf({ standing, shortMinutes });

  it("keep the floor reached now and later together, and apart", () => {
    expect(of("met")).toEqual(["met", "reached"]);
    expect(of("on-course")).toEqual(["on-course", "reached"]);
    expect([of("variance", 60), of("no-rule")]).toEqual([["variance"], ["no-rule"]]);
  });

  it.each([
    [1, "short-slightly"],
    [14, "short-slightly"],
    [15, "short-clearly"],
    [180, "short-clearly"],
  ] as const)("tell a shortfall of %i minutes as %s", (minutes, part) => {
    expect(of("short", minutes)).toEqual(["short", part]);
  });
});

describe("a week whose seats cannot reach the floor", () => {
  const planned = (days: Stay["days"], more: Partial<Stay> = {}) =>
    plannedShortOf(weekHoursOf(stay({ days, ...more }), [iop], on));
  const three = ["2026-11-16", "2026-11-18", "2026-11-19"];

  it("is told from one whose seats were missed", () => {
    expect(planned(three.map((date) => day(date, 100)))).toBeNull();
    expect(planned(three.slice(1).map((date) => day(date, 0, 180)))).toBe(360);
    expect(planned([])).toBe(0);
  });

  it("takes the usual breaks off alike, of what is booked and of what is over", () => {
    const booked = { ...day("2026-11-18", 0, 160), breakMinutes: 20, usualBreakMinutes: 20 };
    const over = { ...day("2026-11-16", 100), usualBreakMinutes: 20 };
    expect(planned([over, booked])).toBe(320);
  });

  it("is nobody’s fault where nothing is held against them", () => {
    expect(planned([], { closedOn: ["2026-11-17"] })).toBeNull();
  });
});

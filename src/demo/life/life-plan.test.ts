import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { isNpi } from "#domain/basics/npi.ts";
import { guardNames } from "#domain/charting/name-guard.ts";
import { rosterTerms } from "#domain/charting/roster-names.ts";
import { hourOf } from "#demo/group-hours.ts";
import { hourOpenings, intentions, manners, remarks } from "#demo/note-manners.ts";
import { stepsTowards } from "#demo/note-steps.ts";
import { planLife, type LifePlan, type LifeStay } from "#demo/life/life-plan.ts";
import { staffFor } from "#demo/life/life-staff.ts";

const wish = { seed: 1, today: "2026-11-22", weeks: 12, members: 30 };
/** A year of many people. */
const year = planLife({ ...wish, weeks: 52, members: 240 });

const days = ({ admittedOn, endsOn }: LifeStay): number =>
  Temporal.PlainDate.from(admittedOn)
    .until(endsOn ?? admittedOn)
    .total("days");

const ended = (plan: LifePlan): readonly LifeStay[] =>
  plan.stays.filter(({ level, endsOn }) => level === "iop" && endsOn !== null);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** Days at which calendars and clocks do something of their own. */
const awkward = [
  "2026-11-22",
  "2026-11-01",
  "2026-03-08",
  "2026-03-15",
  "2027-01-01",
  "2028-02-29",
  "2028-03-01",
  "2026-12-31",
];
const anyWish = fc.record({
  seed: fc.nat(9999),
  today: fc.constantFrom(...awkward),
  weeks: fc.integer({ min: 1, max: 20 }),
  members: fc.integer({ min: 4, max: 60 }),
});

describe("a life", () => {
  test("is the same for the same wish, and another for another seed", () => {
    expect(planLife(wish)).toEqual(planLife(wish));
    expect(planLife({ ...wish, seed: 2 }).people).not.toEqual(planLife(wish).people);
  });

  test.each(awkward)(
    "has a median stay of seven to nine weeks and a quarter who leave early, until %s",
    (today) => {
      const all = [1, 2, 3, 4, 5].flatMap((seed) => ended(planLife({ ...wish, today, seed })));
      expect(median(all.map(days)) / 7).toBeGreaterThanOrEqual(7);
      expect(median(all.map(days)) / 7).toBeLessThanOrEqual(9);
      const early = all.filter(({ isEarly }) => isEarly).length / all.length;
      expect(early).toBeGreaterThan(0.2);
      expect(early).toBeLessThan(0.31);
    },
  );

  test("that the demo begins with has some thirty in care beside the first, and some forty-five who left", () => {
    const plan = planLife(wish);
    const running = plan.stays.filter(({ endsOn }) => endsOn === null).length;
    expect(running).toBeGreaterThanOrEqual(26);
    expect(running).toBeLessThanOrEqual(34);
    expect(ended(plan).length).toBeGreaterThanOrEqual(38);
    expect(ended(plan).length).toBeLessThanOrEqual(55);
    expect(plan.stays.some(({ isAgain }) => isAgain)).toBe(true);
    expect(plan.stays.some(({ level }) => level === "outpatient")).toBe(true);
  });

  test("seats nobody twice, nobody in the future, and nobody on a holiday or a day without a group", () => {
    fc.assert(
      fc.property(anyWish, (any) => {
        const plan = planLife(any);
        const bySeat = Map.groupBy(
          plan.stays.filter(({ level }) => level === "iop"),
          ({ group, seat }) => `${group.number} ${seat}`,
        );
        for (const stays of bySeat.values())
          for (const [place, stay] of stays.entries()) {
            const before = stays[place - 1];
            expect(before === undefined || (before.endsOn ?? "9") < stay.admittedOn).toBe(true);
            expect(stay.group.weekdays).toContain(
              Temporal.PlainDate.from(stay.admittedOn).dayOfWeek,
            );
          }
        for (const { admittedOn, endsOn, ending, person } of plan.stays) {
          expect(admittedOn <= any.today).toBe(true);
          expect(endsOn === null || (endsOn < any.today && admittedOn <= endsOn)).toBe(true);
          expect(ending === null).toBe(endsOn === null);
          expect(plan.daysOff.has(admittedOn) || plan.daysOff.has(endsOn ?? "")).toBe(false);
          expect(person.birthDate < admittedOn).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("has nobody in two stays of one kind at once", () => {
    fc.assert(
      fc.property(anyWish, (any) => {
        const byPerson = Map.groupBy(planLife(any).stays, ({ person }) => person.number);
        for (const stays of byPerson.values())
          for (const [place, { admittedOn }] of stays.entries())
            expect(place === 0 || (stays[place - 1]?.endsOn ?? "9") < admittedOn).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("has no group at an hour that a change of the clock leaves out or brings twice", () => {
    for (const { startsAtWall, minutes, zone } of planLife({ ...wish, members: 200 }).groups)
      for (const day of ["2026-03-08", "2026-11-01"]) {
        const starts = Temporal.PlainDate.from(day).toZonedDateTime({
          timeZone: zone,
          plainTime: startsAtWall,
        });
        expect(starts.toPlainTime().toString({ smallestUnit: "minute" })).toBe(startsAtWall);
        expect(starts.add({ minutes }).toPlainDate().toString()).toBe(day);
      }
  });

  test("gives no name twice, also in a year of many people", () => {
    const names = year.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    expect(new Set(names).size).toBe(names.length);
    const { leads, others } = staffFor(year.groups);
    const staff = [...leads, ...others];
    expect(new Set(staff.map(({ familyName }) => familyName)).size).toBe(staff.length);
    expect(staff.flatMap(({ npi }) => npi ?? []).every(isNpi)).toBe(true);
  });
});

test("no phrase of a note holds a name of anybody in the life", () => {
  const roster = year.people.map(({ number, givenName, familyName, phone }) => ({
    patientId: String(number),
    names: {
      given: givenName,
      middle: null,
      family: familyName,
      preferred: null,
      others: [],
      phone,
    },
  }));
  const hours = Array.from({ length: 40 }, (_, turn) => hourOf(turn % 2 === 0, turn));
  const texts = [
    ...Object.values(manners).flatMap(({ openings }) => openings),
    ...hourOpenings,
    ...remarks,
    ...Object.values(intentions).flat(),
    ...Object.values(stepsTowards).flat(),
    ...hours.flatMap(({ topic, whatWeDid, howItWent, nextTime }) => [
      topic ?? "",
      whatWeDid ?? "",
      howItWent ?? "",
      nextTime ?? "",
    ]),
  ].map((text) => ({ patientId: null, field: "topic" as const, text: `${text}.` }));
  expect(guardNames(texts, rosterTerms(roster))).toEqual([]);
});

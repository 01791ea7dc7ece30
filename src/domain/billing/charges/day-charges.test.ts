import { expect, test } from "vitest";
import type { PricedContract } from "#domain/billing/charges/charge-line-of.ts";
import type { NoContract } from "#domain/billing/charges/day-charges.ts";
import { dayChargesOf, dayStateOf } from "#domain/billing/charges/day-charges.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import {
  contractWith,
  dayOf,
  perDiemOfThreeHours,
  serviceAt,
  termOf,
} from "#test/support/charged-day.ts";

const three = [serviceAt(1), serviceAt(2), serviceAt(3)];
const chargesOf = (
  services: readonly DayService[],
  biller: PricedContract | NoContract = contractWith(),
) => dayChargesOf(dayOf(services), biller);
const codes = (some: readonly { readonly code: string }[]) => some.map(({ code }) => code);

test("three hours are one day, whatever they are made of", () => {
  const { lines, zeroes, holds, totalCents } = chargesOf(three);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    basis: "per-diem",
    procedure: "S9480",
    revenueCode: "0905",
    units: 1,
    chargeCents: 30_000,
    minutes: 180,
    rule: { code: "per-diem-reached", source: "Provider agreement, exhibit B" },
  });
  expect(lines[0]?.sessions.map(({ minutes }) => minutes)).toEqual([60, 60, 60]);
  expect({ zeroes, holds, totalCents }).toEqual({ zeroes: [], holds: [], totalCents: 30_000 });
});

test("two hours and fifty minutes are not three hours", () => {
  const { lines, zeroes } = chargesOf([
    ...three.slice(0, 2),
    serviceAt(3, { creditedMinutes: 50 }),
  ]);
  expect(lines).toEqual([]);
  expect(codes(zeroes)).toEqual(["day-below-minimum", "day-below-minimum", "day-below-minimum"]);
  expect(zeroes[0]?.values).toMatchObject({ minutes: 170, minimumMinutes: 180 });
});

test("a half day in the morning and one in the evening are one day and one unit", () => {
  const halves = [
    serviceAt(1, { creditedMinutes: 90 }),
    serviceAt(11, { creditedMinutes: 90, startedAt: "2026-03-03T01:00:00Z" }),
  ];
  const { lines } = chargesOf(halves);
  expect(lines.map(({ units, minutes }) => ({ units, minutes }))).toEqual([
    { units: 1, minutes: 180 },
  ]);
});

test("below the minimum the components are billed where the contract has them, above it never", () => {
  const contract = contractWith(
    {
      belowMinimum: "components",
      services: [
        termOf("group-therapy", {
          mode: "component",
          procedure: { code: "90853", modifiers: [] },
          revenueCode: "0915",
          maxPerDay: 1,
        }),
        termOf("education", { procedure: { code: "H2027", modifiers: [] } }),
      ],
    },
    { S9480: 30_000, "90853": 4_000, H2027: 2_000 },
  );
  const below = chargesOf(three.slice(0, 2), contract);
  expect(below.lines.map(({ basis, procedure, units }) => ({ basis, procedure, units }))).toEqual([
    { basis: "component", procedure: "90853", units: 1 },
  ]);
  expect(below.lines[0]?.rule.values).toMatchObject({ minutes: 120, minimumMinutes: 180 });
  expect(below.zeroes).toMatchObject([{ code: "over-daily-limit", values: { most: 1 } }]);
  expect(chargesOf(three, contract).lines.map(({ basis }) => basis)).toEqual(["per-diem"]);
  const lesson = serviceAt(2, { service: "education" });
  expect(chargesOf([three[0] ?? lesson, lesson], contract)).toMatchObject({
    lines: [{ procedure: "90853", units: 1 }],
    zeroes: [{ sessionId: lesson.sessionId, code: "day-below-minimum" }],
  });
});

test("what is carved out stands beside the per diem and adds nothing to it", () => {
  const contract = contractWith(
    {
      services: [
        termOf("group-therapy"),
        termOf("medication", { mode: "carved-out", procedure: { code: "99214", modifiers: [] } }),
      ],
    },
    { S9480: 30_000, "99214": 15_000 },
  );
  const visit = serviceAt(4, { service: "medication", creditedMinutes: 30 });
  expect(chargesOf([...three, visit], contract).totalCents).toBe(45_000);
  const twoAndVisit = chargesOf(
    [...three.slice(0, 2), { ...visit, creditedMinutes: 90 }],
    contract,
  );
  expect(twoAndVisit.lines.map(({ procedure }) => procedure)).toEqual(["99214"]);
});

test("a day counted in hours or quarters of an hour is cut off, never rounded up", () => {
  const unitsOf = (
    unit: "hour" | "quarter-hour",
    quarterRule: "full" | "midpoint",
    minutes: number,
  ) =>
    chargesOf(
      [serviceAt(1, { creditedMinutes: minutes })],
      contractWith({
        perDiem: { ...perDiemOfThreeHours, unit, quarterRule, maxUnits: 12, minimumMinutes: 0 },
      }),
    ).lines[0]?.units;
  expect(unitsOf("hour", "full", 179)).toBe(2);
  expect(unitsOf("quarter-hour", "full", 179)).toBe(11);
  expect(unitsOf("quarter-hour", "midpoint", 172)).toBe(11);
  expect(unitsOf("quarter-hour", "midpoint", 173)).toBe(12);
  expect(unitsOf("quarter-hour", "full", 300)).toBe(12);
  expect(unitsOf("hour", "full", 59)).toBeUndefined();
});

test.each([
  [7, undefined],
  [8, 1],
  [22, 1],
  [23, 2],
  [37, 2],
  [38, 3],
  [52, 3],
  [53, 4],
  [67, 4],
])("by the 8-minute rule %i minutes are %s units (CMS, 15-minute codes)", (minutes, units) => {
  const contract = contractWith(
    {
      perDiem: null,
      services: [
        termOf("individual-therapy", {
          mode: "per-service",
          procedure: { code: "H0004", modifiers: [] },
          unit: "quarter-hour",
          quarterRule: "midpoint",
        }),
      ],
    },
    { H0004: 2_500 },
  );
  const visit = serviceAt(1, { service: "individual-therapy", creditedMinutes: minutes });
  expect(chargesOf([visit], contract).lines[0]?.units).toBe(units);
});

test("of several terms for one service the longest that is reached counts", () => {
  const byLength = (code: string, minimumMinutes: number) =>
    termOf("individual-therapy", {
      mode: "per-service",
      procedure: { code, modifiers: [] },
      minimumMinutes,
    });
  const contract = contractWith(
    {
      perDiem: null,
      services: [byLength("90837", 53), byLength("90832", 16), byLength("90834", 38)],
    },
    { "90832": 7_000, "90834": 9_000, "90837": 13_000 },
  );
  const billed = (minutes: number) =>
    chargesOf(
      [serviceAt(1, { service: "individual-therapy", creditedMinutes: minutes })],
      contract,
    );
  expect([16, 37, 38, 52, 53].map((minutes) => billed(minutes).lines[0]?.procedure)).toEqual([
    "90832",
    "90832",
    "90834",
    "90834",
    "90837",
  ]);
  expect(billed(15).zeroes).toMatchObject([
    { code: "below-minimum", values: { minutes: 15, minimumMinutes: 16 } },
  ]);
});

test("two sessions of one code are one line with two units, so that none is taken for a duplicate", () => {
  const perService = (service: "group-therapy" | "education") =>
    termOf(service, { mode: "per-service", procedure: { code: "G0410", modifiers: [] } });
  const contract = contractWith(
    {
      perDiem: null,
      services: [perService("group-therapy"), perService("education")],
    },
    { G0410: 8_000 },
  );
  const { lines } = chargesOf([serviceAt(1), serviceAt(2, { service: "education" })], contract);
  expect(lines.map(({ units, chargeCents }) => ({ units, chargeCents }))).toEqual([
    { units: 2, chargeCents: 16_000 },
  ]);
});

test("without a price nothing is charged and the day is held for it", () => {
  const facts = dayOf(three);
  const charges = dayChargesOf(facts, contractWith({}, {}));
  expect(charges.lines).toMatchObject([{ priceCents: null, chargeCents: null }]);
  expect(charges.holds).toMatchObject([
    { code: "no-price", owner: "biller", values: { procedure: "S9480", revenueCode: "0905" } },
  ]);
  expect(dayStateOf(facts, charges)).toBe("held");
});

test("a suppressed code is priced by its revenue code", () => {
  const perDiem = { ...perDiemOfThreeHours, procedure: null, revenueCode: "0906" };
  const { lines, holds } = chargesOf(three, contractWith({ perDiem }, { "0906": 25_000 }));
  expect(lines).toMatchObject([{ procedure: null, modifiers: [], chargeCents: 25_000 }]);
  expect(holds).toEqual([]);
});

test("modifiers stand in the order of the contract and only where they are true of all of it", () => {
  const contract = contractWith({
    perDiem: { ...perDiemOfThreeHours, procedure: { code: "S9480", modifiers: ["HF"] } },
    modifiers: [
      { when: { kind: "credential", types: ["lcsw", "LPC"] }, modifier: "HO" },
      { when: { kind: "telehealth" }, modifier: "95" },
      { when: { kind: "population", population: "adult" }, modifier: "HB" },
      { when: { kind: "always" }, modifier: "U1" },
      { when: { kind: "always" }, modifier: "U2" },
    ],
  });
  const other = serviceAt(2, { leadCredentials: ["LPC"] });
  const line = (services: readonly DayService[]) => chargesOf(services, contract).lines[0];
  expect(line([three[0] ?? other, other, serviceAt(3)])?.modifiers).toEqual([
    "HF",
    "HO",
    "HB",
    "U1",
  ]);
  const remote = three.map((service) => ({ ...service, mode: "video" as const }));
  expect(line(remote)).toMatchObject({ modifiers: ["HF", "HO", "95", "HB"], isTelehealth: true });
  const mixed = [...remote.slice(0, 2), serviceAt(3, { leadCredentials: ["RN"] })];
  expect(line(mixed)).toMatchObject({ modifiers: ["HF", "HB", "U1", "U2"], isTelehealth: false });
});

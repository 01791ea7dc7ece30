import fc from "fast-check";
import { expect, test } from "vitest";
import type { PricedContract } from "#domain/billing/charges/charge-line-of.ts";
import { dayChargesOf } from "#domain/billing/charges/day-charges.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import { billingServices } from "#domain/payers/billing-service.ts";
import { perDiemUnits, serviceUnits, type ServiceTerm } from "#domain/payers/contract-terms.ts";
import { contractWith, dayOf, serviceAt, termOf } from "#test/support/charged-day.ts";

const runs = { numRuns: 3_000, seed: 20_260_302 };
const quarterRule = fc.constantFrom("full", "midpoint");
const most = fc.option(fc.integer({ min: 1, max: 8 }), { nil: null });

const perDiem = fc.record({
  procedure: fc.boolean().map((isCoded) => (isCoded ? { code: "S9480", modifiers: [] } : null)),
  revenueCode: fc.constant("0905"),
  unit: fc.constantFrom(...perDiemUnits),
  quarterRule,
  maxUnits: most,
  minimumMinutes: fc.constantFrom(0, 60, 120, 180),
  minimumServices: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
});

const mode = (hasPerDiem: boolean): fc.Arbitrary<ServiceTerm["mode"]> =>
  hasPerDiem
    ? fc.constantFrom("in-per-diem", "component", "carved-out", "not-billable")
    : fc.constantFrom("per-service", "not-billable");

/** Each service its own code, so that a line can be held against the one term it came from. */
const terms = (hasPerDiem: boolean): fc.Arbitrary<ServiceTerm[]> =>
  fc.tuple(
    ...billingServices.slice(0, 6).map((service, place) =>
      fc
        .record({
          mode: mode(hasPerDiem),
          unit: fc.constantFrom(...serviceUnits),
          quarterRule,
          minimumMinutes: fc.constantFrom(0, 16, 45),
          maxPerDay: most,
        })
        .map((facts) =>
          termOf(service, { ...facts, procedure: { code: `H000${place}`, modifiers: [] } }),
        ),
    ),
  );

const prices = fc.record({
  S9480: fc.integer({ min: 1, max: 90_000 }),
  "0905": fc.integer({ min: 1, max: 90_000 }),
  H0000: fc.integer({ min: 1, max: 20_000 }),
  H0001: fc.integer({ min: 1, max: 20_000 }),
  H0002: fc.integer({ min: 1, max: 20_000 }),
  H0003: fc.integer({ min: 1, max: 20_000 }),
  H0004: fc.integer({ min: 1, max: 20_000 }),
});

const contract: fc.Arbitrary<PricedContract> = fc.boolean().chain((hasPerDiem) =>
  fc
    .record({
      perDiem: hasPerDiem ? perDiem : fc.constant(null),
      services: terms(hasPerDiem),
      belowMinimum: fc.constantFrom("components", "not-billable"),
      prices,
    })
    .map(({ prices: priced, ...facts }) =>
      contractWith(
        {
          ...facts,
          modifiers: [
            { when: { kind: "telehealth" }, modifier: "95" },
            { when: { kind: "credential", types: ["LCSW"] }, modifier: "HO" },
          ],
        },
        priced,
      ),
    ),
);

const service = (number: number): fc.Arbitrary<DayService> =>
  fc
    .record({
      service: fc.constantFrom(...billingServices.slice(0, 7)),
      creditedMinutes: fc.integer({ min: 0, max: 120 }),
      mode: fc.constantFrom("room", "video", "phone"),
      leadCredentials: fc.subarray(["LCSW", "RN"]),
      noteState: fc.constantFrom("signed", "none", "retracted", "waiting-cosignature"),
      servesPerDiem: fc.boolean(),
      isOver: fc.boolean(),
    })
    .map((facts) => serviceAt(number, facts));

const services = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => service(place + 1))));

const chargesOf = (some: readonly DayService[], by: PricedContract) =>
  dayChargesOf(dayOf(some), by);

test("without credited minutes there is no money", () => {
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const none = some.map((one) => ({ ...one, creditedMinutes: 0 }));
      const { lines, totalCents } = chargesOf(none, by);
      expect(lines).toEqual([]);
      expect(totalCents).toBe(0);
    }),
    runs,
  );
});

test("the order in which services are read changes nothing", () => {
  const shuffled = services.chain((some) =>
    fc.tuple(
      fc.constant(some),
      fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, contract, ([some, others], by) => {
      expect(chargesOf(others, by)).toEqual(chargesOf(some, by));
    }),
    runs,
  );
});

test("every service is in one line or has one reason, never both", () => {
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const { lines, zeroes } = chargesOf(some, by);
      const said = [
        ...lines.flatMap((line) => line.sessions.map(({ sessionId }) => sessionId)),
        ...zeroes.map(({ sessionId }) => sessionId),
      ];
      expect(said.toSorted()).toEqual(some.map(({ sessionId }) => sessionId).toSorted());
    }),
    runs,
  );
});

test("more minutes never lower the total, as long as the day stays on its side of the per diem", () => {
  fc.assert(
    fc.property(
      services,
      contract,
      fc.nat(),
      fc.integer({ min: 1, max: 90 }),
      (some, by, at, more) => {
        const place = at % some.length;
        const longer = some.map((one, index) =>
          index === place ? { ...one, creditedMinutes: one.creditedMinutes + more } : one,
        );
        const [before, after] = [chargesOf(some, by), chargesOf(longer, by)];
        const isPerDiem = ({ lines }: typeof before) =>
          lines.some(({ basis }) => basis === "per-diem");
        if (isPerDiem(before) === isPerDiem(after))
          expect(after.totalCents).toBeGreaterThanOrEqual(before.totalCents);
      },
    ),
    runs,
  );
});

test("a per diem and its components never meet, and no two lines carry the same code", () => {
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const { lines } = chargesOf(some, by);
      const bases = new Set(lines.map(({ basis }) => basis));
      expect(bases.has("per-diem") && bases.has("component")).toBe(false);
      const coded = lines.map(({ procedure, revenueCode, modifiers }) =>
        [procedure, revenueCode, ...modifiers].join(),
      );
      expect(new Set(coded).size).toBe(coded.length);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    }),
    runs,
  );
});

test("units are whole, within every limit, and never more than the minutes hold", () => {
  const perUnit = { hour: 60, "quarter-hour": 15 } as const;
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const { terms: said } = by.version;
      const { lines } = chargesOf(some, by);
      for (const term of said.services) {
        const own = lines.filter(({ service: name }) => name === term.service);
        const units = own.reduce((sum, line) => sum + line.units, 0);
        expect(units).toBeLessThanOrEqual(term.maxPerDay ?? units);
        if (term.unit === "day") expect(units).toBeLessThanOrEqual(1);
      }
      for (const line of lines) {
        expect(Number.isInteger(line.units) && line.units >= 1).toBe(true);
        if (line.basis === "per-diem") {
          const { maxUnits = null, minimumMinutes = 0, unit } = said.perDiem ?? {};
          expect(line.units).toBeLessThanOrEqual(unit === "day" ? 1 : (maxUnits ?? line.units));
          expect(line.minutes).toBeGreaterThanOrEqual(minimumMinutes);
        }
        // The midpoint gives at most seven minutes to a line, and only where the contract says so.
        if (line.unit === "hour" || line.unit === "quarter-hour")
          expect(line.units * perUnit[line.unit]).toBeLessThanOrEqual(line.minutes + 7);
        if (line.unit === "hour") expect(line.units * 60).toBeLessThanOrEqual(line.minutes);
      }
    }),
    runs,
  );
});

test("the total is the units times their prices to the cent, and a line without a price adds nothing", () => {
  fc.assert(
    fc.property(services, contract, fc.boolean(), (some, by, isPriced) => {
      const { lines, holds, totalCents } = chargesOf(some, isPriced ? by : { ...by, fees: [] });
      const sum = lines.reduce((all, { units, priceCents }) => all + units * (priceCents ?? 0), 0);
      expect(totalCents).toBe(sum);
      const unpriced = lines.filter(({ chargeCents }) => chargeCents === null).length;
      expect(holds.filter(({ code }) => code === "no-price")).toHaveLength(unpriced);
      if (!isPriced) expect(totalCents).toBe(0);
    }),
    runs,
  );
});

test("minutes of no session are counted in two lines", () => {
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const { lines } = chargesOf(some, by);
      const minutesOf = new Map(some.map((one) => [one.sessionId, one.creditedMinutes]));
      for (const { minutes, sessions } of lines) {
        const own = sessions.map(({ sessionId }) => minutesOf.get(sessionId) ?? 0);
        expect(minutes).toBe(own.reduce((sum, one) => sum + one, 0));
      }
      const counted = lines.reduce((sum, { minutes }) => sum + minutes, 0);
      const credited = some.reduce((sum, one) => sum + one.creditedMinutes, 0);
      expect(counted).toBeLessThanOrEqual(credited);
    }),
    runs,
  );
});

test("the generator reaches every ground and most reasons", () => {
  const [lines, zeroes] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(services, contract, (some, by) => {
      const made = chargesOf(some, by);
      made.lines.forEach(({ basis }) => lines.add(basis));
      made.zeroes.forEach(({ code }) => zeroes.add(code));
    }),
    runs,
  );
  expect(lines.size).toBe(4);
  expect(zeroes.size).toBeGreaterThanOrEqual(11);
});

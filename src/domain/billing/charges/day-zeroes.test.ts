import { expect, test } from "vitest";
import type { PricedContract } from "#domain/billing/charges/charge-line-of.ts";
import { billerOf, dayChargesOf } from "#domain/billing/charges/day-charges.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import {
  contractWith,
  dayOf,
  idOf,
  perDiemOfThreeHours,
  serviceAt,
  termOf,
} from "#test/support/charged-day.ts";

const three = [serviceAt(1), serviceAt(2), serviceAt(3)];
const chargesOf = (services: readonly DayService[], contract: PricedContract = contractWith()) =>
  dayChargesOf(dayOf(services), contract);
const codes = (some: readonly { readonly code: string }[]) => some.map(({ code }) => code);

test("every service that earns nothing says why", () => {
  const contract = contractWith({
    services: [termOf("group-therapy"), termOf("case-management", { mode: "not-billable" })],
  });
  const services = [
    ...three,
    serviceAt(4, { status: "cancelled", creditedMinutes: 0 }),
    serviceAt(5, { status: "absent", creditedMinutes: 0, deliveredMinutes: 0 }),
    serviceAt(6, { status: "expected", creditedMinutes: 0, deliveredMinutes: 0, isOver: false }),
    serviceAt(7, { creditedMinutes: 0, deliveredMinutes: 12 }),
    serviceAt(8, { noteState: "retracted" }),
    serviceAt(9, { service: "case-management" }),
    serviceAt(10, { service: "assessment" }),
    serviceAt(11, { servesPerDiem: false }),
  ];
  const { zeroes } = chargesOf(services, contract);
  expect(Object.fromEntries(zeroes.map(({ sessionId, code }) => [sessionId, code]))).toEqual({
    [idOf(1, 4)]: "cancelled",
    [idOf(1, 5)]: "not-there",
    [idOf(1, 6)]: "not-over",
    [idOf(1, 7)]: "no-credited-minutes",
    [idOf(1, 8)]: "note-retracted",
    [idOf(1, 9)]: "not-billable",
    [idOf(1, 10)]: "service-not-in-contract",
    [idOf(1, 11)]: "included-in-per-diem",
  });
});

test("minutes that earn nothing say whether they made up for more than a week counts", () => {
  const nothing = { creditedMinutes: 0, deliveredMinutes: 200 };
  const services = [serviceAt(4, nothing), serviceAt(5, { ...nothing, isOverLimit: true })];
  const { zeroes } = chargesOf(services);
  expect(zeroes.map(({ values }) => values)).toEqual([
    { deliveredMinutes: 200 },
    { deliveredMinutes: 200, isOverLimit: true },
  ]);
});

test("a contract is chosen by payer, plan, site and level on the day; without one nothing is charged", () => {
  const facts = dayOf(three);
  const plan = contractWith();
  const asGold = { ...plan, contract: { ...plan.contract, planName: "Gold" } };
  expect(billerOf(facts, [plan, asGold])).toBe(plan);
  const gold = { ...facts, coverage: { id: idOf(9, 1), payerId: idOf(10, 1), planName: "gold" } };
  expect(billerOf(gold, [plan, asGold])).toBe(asGold);
  expect(billerOf({ ...facts, serviceDate: "2025-12-31" }, [plan])).toEqual({
    none: "no-contract",
  });
  const charges = dayChargesOf(facts, { none: "only-draft" });
  expect(charges).toMatchObject({ totalCents: 0, lines: [], contractVersionId: null });
  expect(codes(charges.zeroes)).toEqual(["only-draft", "only-draft", "only-draft"]);
  expect(charges.holds).toMatchObject([{ code: "only-draft", owner: "biller" }]);
  const uncovered = dayChargesOf({ ...facts, coverage: null }, plan);
  expect(uncovered.holds).toMatchObject([{ code: "no-coverage", owner: "admissions" }]);
});

test("the services of a day that come too few make no per diem, however long they are", () => {
  const perDiem = { ...perDiemOfThreeHours, minimumMinutes: 0, minimumServices: 3 };
  const contract = contractWith({
    perDiem,
    services: [termOf("group-therapy", { minimumMinutes: 45 })],
  });
  const long = [serviceAt(1, { creditedMinutes: 170 }), serviceAt(4)];
  expect(chargesOf(long, contract).zeroes[0]).toMatchObject({
    code: "day-below-minimum",
    values: { services: 2, minimumServices: 3 },
  });
  const short = [...three.slice(0, 2), serviceAt(3, { creditedMinutes: 44 })];
  expect(chargesOf(short, contract).lines).toEqual([]);
  expect(chargesOf(three, contract).totalCents).toBe(30_000);
});

import { expect, test } from "vitest";
import { dayChargesOf } from "#domain/billing/charges/day-charges.ts";
import { keptOtherwise } from "#domain/billing/charges/kept-otherwise.ts";
import { contractWith, dayOf, idOf, serviceAt } from "#test/support/charged-day.ts";

const contract = contractWith({}, { S9480: 30_000, "90853": 6_000 });
const versionId = contract.version.id;

const chargesOf = (more: Parameters<typeof serviceAt>[1] = {}) =>
  dayChargesOf(dayOf([1, 2, 3].map((number) => serviceAt(number, more))), contract);

const dayWith = (
  now: ReturnType<typeof chargesOf>,
  more: Partial<Parameters<typeof keptOtherwise>[0]> = {},
): Parameters<typeof keptOtherwise>[0] => ({
  kept: {
    ...chargesOf(),
    id: idOf(21, 1),
    enrollmentId: idOf(22, 1),
    patientId: idOf(23, 1),
    coverageId: null,
    payerId: idOf(24, 1),
    siteId: idOf(25, 1),
    serviceDate: "2026-03-02",
    state: "ready",
    claimId: null,
    difference: null,
    label: "part-2",
    version: 1,
  },
  payer: { id: idOf(24, 1), name: "Foxglove Health" },
  contract: { id: idOf(26, 1), name: "Foxglove IOP", versionId, versionNumber: 1 },
  charges: now,
  state: "ready",
  ...more,
});

test("a day that says the same of all that a biller sees is not called another", () => {
  expect(keptOtherwise(dayWith(chargesOf()))).toEqual([]);
  expect(keptOtherwise(dayWith(chargesOf({ noteId: idOf(4, 99) })))).toEqual([]);
});

test("where the amount is the same, it is said what is another", () => {
  expect(keptOtherwise(dayWith(chargesOf({ creditedMinutes: 70 })))).toEqual(["minutes"]);
  const payer = { id: idOf(24, 2), name: "Larkspur Mutual" };
  expect(keptOtherwise(dayWith(chargesOf(), { payer }))).toEqual(["payer"]);
  expect(keptOtherwise(dayWith(chargesOf({ noteState: "none" }), { state: "held" }))).toEqual([
    "holds",
    "state",
  ]);
});

test("of a day that still runs nothing is said: each of its minutes makes it another", () => {
  expect(keptOtherwise(dayWith(chargesOf({ creditedMinutes: 30 }), { state: "open" }))).toEqual([]);
});

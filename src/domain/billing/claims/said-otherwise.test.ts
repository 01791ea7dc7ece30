import fc from "fast-check";
import { expect, test } from "vitest";
import { billedOtherwise } from "#domain/billing/charges/billed-otherwise.ts";
import { dayChargesOf } from "#domain/billing/charges/day-charges.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import type { SessionLead } from "#domain/billing/claims/claim-facts.ts";
import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { snapshotOf } from "#domain/billing/claims/snapshot-of.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { contractWith, dayOf, idOf, serviceAt, termOf } from "#test/support/charged-day.ts";
import { claimFactsOf, clinician } from "#test/support/claim-facts.ts";

const runs = { numRuns: 3_000, seed: 20_261_122 };
const staff = [1, 2, 3, 4].map((number) => clinician(number, `Lead ${number}`));
/** Of the four, the first two have the third above them, who has nobody. */
const supervisorOf = new Map([
  [idOf(3, 1), idOf(3, 3)],
  [idOf(3, 2), idOf(3, 3)],
]);
const byId = (staffId: string | null) => staff.find((one) => one.staffId === staffId) ?? null;

const leadOf =
  (services: readonly DayService[]) =>
  (sessionId: string): SessionLead => {
    const service = services.find((one) => one.sessionId === sessionId);
    return {
      lead: byId(service?.leadStaffId ?? null),
      supervisor: byId(service?.leadSupervisorId ?? null),
    };
  };

const led = (number: number) =>
  fc
    .record({
      lead: fc.constantFrom(...staff.map(({ staffId }) => staffId)),
      creditedMinutes: fc.constantFrom(0, 45, 60, 75),
      mode: fc.constantFrom("room" as const, "video" as const),
      noteState: fc.constantFrom("signed" as const, "signed" as const, "retracted" as const),
    })
    .map(({ lead, ...facts }) =>
      serviceAt(number, {
        ...facts,
        leadStaffId: lead,
        leadSupervisorId: supervisorOf.get(lead) ?? null,
      }),
    );
const services = fc.tuple(led(1), led(2), led(3));

const terms: fc.Arbitrary<Partial<ContractTerms>> = fc.record({
  form: fc.constantFrom("professional" as const, "institutional" as const),
  perDiem: fc.constantFrom(null, contractWith().version.terms.perDiem),
  services: fc.constantFrom([
    termOf("group-therapy", {
      mode: "per-service",
      procedure: { code: "90853", modifiers: [] },
      revenueCode: "0915",
    }),
  ]),
  placeOfService: fc.constant("57"),
  placeOfServiceTelehealth: fc.constantFrom(null, "10", "57"),
  providers: fc.record({
    rendering: fc.constantFrom("lead" as const, "supervisor" as const, "none" as const),
    supervising: fc.constant(false),
    attending: fc.constant(true),
    serviceFacility: fc.constant(false),
  }),
});

/** What a payer reads of a claim of one day, without what stands in our records alone. */
const toldOf = (snapshot: ClaimSnapshot | null) =>
  snapshot?.lines.map((line) => ({
    codes: [line.procedure, line.revenueCode, ...line.modifiers],
    units: line.units,
    chargeCents: line.chargeCents,
    rendering: (line.rendering ?? snapshot.rendering)?.staffId,
    place: line.placeOfService ?? snapshot.placeOfService,
  })) ?? [];

const dayOfTerms = (given: readonly DayService[], wanted: Partial<ContractTerms>) => {
  const contract = contractWith(wanted, { S9480: 30_000, "90853": 6_000 });
  const { lines } = dayChargesOf(dayOf(given), contract);
  const day = { id: idOf(21, 1), serviceDate: "2026-03-02", isTest: false, lines };
  const facts = claimFactsOf(contract.version.terms, { days: [day], leadOf: leadOf(given) });
  return { lines, terms: contract.version.terms, told: toldOf(snapshotOf(facts)) };
};

test("a claim is to be corrected exactly where it would tell the payer something else now", () => {
  let [same, other] = [0, 0];
  fc.assert(
    fc.property(services, services, terms, (before, after, wanted) => {
      const [was, now] = [dayOfTerms(before, wanted), dayOfTerms(after, wanted)];
      const isToBeCorrected = billedOtherwise(was.lines, now.lines, now.terms) !== null;
      const isToldOtherwise = JSON.stringify(was.told) !== JSON.stringify(now.told);
      expect(isToBeCorrected).toBe(isToldOtherwise);
      if (isToldOtherwise) other += 1;
      else same += 1;
    }),
    runs,
  );
  // Both happened often enough to mean something.
  expect([same, other].every((count) => count > 100)).toBe(true);
});

test("who is named on both sides is whom the claim named and whom it would name now", () => {
  fc.assert(
    fc.property(services, services, terms, (before, after, wanted) => {
      const [was, now] = [dayOfTerms(before, wanted), dayOfTerms(after, wanted)];
      const values = billedOtherwise(was.lines, now.lines, now.terms);
      fc.pre(values?.["claimedStaffId"] !== undefined);
      expect(was.told.map(({ rendering }) => rendering)).toContain(values?.["claimedStaffId"]);
      expect(now.told.map(({ rendering }) => rendering)).toContain(values?.["nowStaffId"]);
    }),
    { ...runs, numRuns: 500 },
  );
});

test("a supervisor who came later changes nothing of a claim that names one", () => {
  const wanted = {
    form: "professional",
    perDiem: contractWith().version.terms.perDiem,
    providers: {
      rendering: "supervisor",
      supervising: false,
      attending: true,
      serviceFacility: false,
    },
  } as const;
  const day = (leadSupervisorId: string) =>
    dayOfTerms(
      [1, 2, 3].map((number) => serviceAt(number, { leadSupervisorId })),
      wanted,
    );
  const [was, now] = [day(idOf(3, 3)), day(idOf(3, 4))];
  expect(was.told).not.toEqual(now.told);
  expect(billedOtherwise(was.lines, now.lines, now.terms)).toBeNull();
});

test("of lines that were kept before it was written down who led, nothing is said", () => {
  const wanted = {
    providers: { rendering: "lead", supervising: false, attending: true, serviceFacility: false },
  } as const;
  const day = (leadStaffId: string | null) =>
    dayOfTerms(
      [1, 2, 3].map((number) => serviceAt(number, { leadStaffId })),
      wanted,
    );
  expect(billedOtherwise(day(null).lines, day(idOf(3, 1)).lines, day(null).terms)).toBeNull();
});

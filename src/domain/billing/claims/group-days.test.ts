import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BillStanding } from "#domain/billing/charges/day-bill.ts";
import {
  billsOfDays,
  groupDays,
  interimFrequency,
  type BillableDay,
  type GroupingFacts,
} from "#domain/billing/claims/group-days.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { contractWith, idOf } from "#test/support/charged-day.ts";

const day = (serviceDate: string, given: Partial<BillableDay> = {}): BillableDay => ({
  id: idOf(21, Number(serviceDate.replaceAll("-", ""))),
  enrollmentId: idOf(7, 1),
  coverageId: idOf(9, 1),
  contractVersionId: idOf(12, 1),
  siteId: idOf(6, 1),
  isTest: false,
  authorizationId: null,
  serviceDate,
  lines: [1],
  ...given,
});

const facts = (
  terms: Partial<ContractTerms>,
  given: Partial<GroupingFacts> = {},
): GroupingFacts => ({
  terms: () => contractWith(terms).version.terms,
  stay: () => ({ admittedOn: "2026-03-02", endedOn: null }),
  waiting: [],
  earlierBills: () => 0,
  through: "2026-05-31",
  ...given,
});

const datesOf = (days: readonly BillableDay[], terms: Partial<ContractTerms>, given = {}) =>
  groupDays(days, facts(terms, given)).map((group) => group.days.map((one) => one.serviceDate));

describe("days are put together as the contract wants them", () => {
  const three = [day("2026-03-02"), day("2026-03-08"), day("2026-03-09")];

  test.each([
    ["day", {}, [["2026-03-02"], ["2026-03-08"], ["2026-03-09"]]],
    ["week", { weekStartsOn: 1 }, [["2026-03-02", "2026-03-08"], ["2026-03-09"]]],
    ["week", { weekStartsOn: 7 }, [["2026-03-02"], ["2026-03-08", "2026-03-09"]]],
    ["month", {}, [["2026-03-02", "2026-03-08", "2026-03-09"]]],
    ["month", { datesPerClaim: 2 }, [["2026-03-02", "2026-03-08"], ["2026-03-09"]]],
  ] as const)("%s %j", (claimSpan, more, expected) => {
    expect(datesOf(three, { claimSpan, ...more })).toEqual(expected);
  });

  test("a stay that is billed whole waits for its end", () => {
    expect(datesOf(three, { claimSpan: "enrollment" })).toEqual([]);
    const stay = () => ({ admittedOn: "2026-03-02", endedOn: "2026-03-10" });
    expect(datesOf(three, { claimSpan: "enrollment" }, { stay })).toEqual([
      ["2026-03-02", "2026-03-08", "2026-03-09"],
    ]);
  });

  test("a span that still runs is left for later", () => {
    expect(datesOf(three, { claimSpan: "week" }, { through: "2026-03-10" })).toEqual([
      ["2026-03-02", "2026-03-08"],
    ]);
  });

  test("a claim names one authorization, one site and one contract version, and tests stand apart", () => {
    const apart: Partial<BillableDay>[] = [
      {},
      { authorizationId: idOf(14, 1) },
      { siteId: idOf(6, 2) },
      { contractVersionId: idOf(12, 2) },
      { isTest: true },
      { coverageId: idOf(9, 2) },
    ];
    const days = apart.map((given, place) => day(`2026-03-0${place + 2}`, given));
    expect(datesOf(days, { claimSpan: "month" })).toHaveLength(apart.length);
  });

  test("fifty lines fit into a professional claim, and no more", () => {
    const days = [day("2026-03-02"), day("2026-03-03"), day("2026-03-04")].map((one) => ({
      ...one,
      lines: Array.from({ length: 25 }, () => 1),
    }));
    expect(datesOf(days, { claimSpan: "month", form: "professional" })).toEqual([
      ["2026-03-02", "2026-03-03"],
      ["2026-03-04"],
    ]);
  });

  test("an institutional claim waits for the days of its span that are not settled, a professional one does not", () => {
    const waiting = [
      { enrollmentId: idOf(7, 1), coverageId: idOf(9, 1), serviceDate: "2026-03-04" },
    ];
    const week = { claimSpan: "week", weekStartsOn: 1 } as const;
    expect(datesOf(three, { ...week, form: "institutional" }, { waiting })).toEqual([
      ["2026-03-09"],
    ]);
    expect(datesOf(three, { ...week, form: "professional" }, { waiting })).toHaveLength(2);
  });
});

describe("interim bills follow each other (Medicare Claims Processing Manual, ch. 1, 50.2)", () => {
  test.each([
    [0, false, "2"],
    [0, true, "1"],
    [1, false, "3"],
    [4, false, "3"],
    [1, true, "4"],
  ] as const)("after %d bills, last: %j", (before, isLast, expected) => {
    expect(interimFrequency(before, isLast)).toBe(expected);
  });

  const interim = { frequency: "interim", claimSpan: "week", weekStartsOn: 1 } as const;

  test("a stay of three weeks is 2, 3, 4 and covers each day from admission to discharge once", () => {
    const days = [day("2026-03-03"), day("2026-03-12"), day("2026-03-17")];
    const stay = () => ({ admittedOn: "2026-03-02", endedOn: "2026-03-18" });
    const groups = groupDays(days, facts(interim, { stay }));
    expect(
      groups.map(({ frequency, statement }) => [frequency, statement.from, statement.through]),
    ).toEqual([
      ["2", "2026-03-02", "2026-03-08"],
      ["3", "2026-03-09", "2026-03-15"],
      ["4", "2026-03-16", "2026-03-18"],
    ]);
  });

  test("a week whose only day waits keeps the next one waiting, though nothing of it can be billed yet", () => {
    const waiting = [
      { enrollmentId: idOf(7, 1), coverageId: idOf(9, 1), serviceDate: "2026-03-04" },
    ];
    expect(groupDays([day("2026-03-12")], facts(interim, { waiting }))).toEqual([]);
  });

  test("a bill that waits keeps all later ones of its stay waiting, and nobody else's", () => {
    const waiting = [
      { enrollmentId: idOf(7, 1), coverageId: idOf(9, 1), serviceDate: "2026-03-04" },
    ];
    const days = [
      day("2026-03-03"),
      day("2026-03-12"),
      day("2026-03-12", { enrollmentId: idOf(7, 2) }),
    ];
    const groups = groupDays(days, facts(interim, { waiting }));
    expect(groups.map((group) => group.days[0].enrollmentId)).toEqual([idOf(7, 2)]);
  });
});

test("every day is in at most one claim, and in one where nothing waits and all spans are over", () => {
  const date = fc.integer({ min: 2, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
  const days = fc.uniqueArray(date, { maxLength: 20 }).map((dates) => dates.map((one) => day(one)));
  const terms = fc.record({
    claimSpan: fc.constantFrom("day", "week", "month"),
    datesPerClaim: fc.option(fc.integer({ min: 1, max: 7 })),
    weekStartsOn: fc.integer({ min: 1, max: 7 }),
    form: fc.constantFrom("professional", "institutional"),
    frequency: fc.constantFrom("admit-through-discharge", "interim"),
  });
  fc.assert(
    fc.property(days, terms, (given, contract) => {
      const groups = groupDays(given, facts(contract));
      const grouped = groups.flatMap((group) => group.days.map((one) => one.id));
      expect(grouped.toSorted()).toEqual(given.map((one) => one.id).toSorted());
      for (const { days: own, statement } of groups)
        for (const { serviceDate } of own) {
          expect(statement.from <= serviceDate && serviceDate <= statement.through).toBe(true);
        }
    }),
  );
});

describe("a bill that does not go yet says when it comes, or which day it waits for", () => {
  const billOf = (terms: Partial<ContractTerms>, given: Partial<GroupingFacts> = {}) =>
    billsOfDays([day("2026-05-19")], facts(terms, { through: "2026-05-21", ...given }))[0];

  test.each([
    ["week", { weekStartsOn: 1 }, "2026-05-24"],
    ["month", {}, "2026-05-31"],
    ["enrollment", {}, null],
  ] as const)("%s", (claimSpan, more, comesOn) => {
    expect(billOf({ claimSpan, ...more })).toMatchObject({
      standing: "running",
      claimSpan,
      comesOn,
      waitsFor: null,
    });
  });

  test("a stay whose end is known, with that end", () => {
    const stay = () => ({ admittedOn: "2026-03-02", endedOn: "2026-05-28" });
    for (const claimSpan of ["month", "enrollment"] as const)
      expect(billOf({ claimSpan }, { stay })).toMatchObject({ comesOn: "2026-05-28" });
  });

  test("another day of it, the first one", () => {
    const waiting = ["2026-05-21", "2026-05-18", "2026-05-04"].map((date) => day(date));
    const week = { claimSpan: "week", form: "institutional", weekStartsOn: 1 } as const;
    const through = "2026-05-24";
    const kept = { standing: "unsettled", comesOn: null };
    expect(billOf(week, { waiting, through })).toMatchObject({ ...kept, waitsFor: "2026-05-18" });
    // An interim bill follows those before it.
    const interim = { ...week, frequency: "interim" } as const;
    expect(billOf(interim, { waiting, through })).toMatchObject({
      ...kept,
      waitsFor: "2026-05-04",
    });
    expect(billOf(week, { through })).toMatchObject({ standing: "now", waitsFor: null });
  });
});

test("every day is in one claim, or left behind for one reason", () => {
  const span = fc.constantFrom("day", "week", "month", "enrollment");
  const form = fc.constantFrom("professional", "institutional");
  const frequency = fc.constantFrom("admit-through-discharge", "interim");
  const dates = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 12 });
  const dayOf = (date: number) => day(`2026-05-${String(date).padStart(2, "0")}`);
  let [isRunning, isUnsettled] = [false, false];
  fc.assert(
    fc.property(
      fc.record({ claimSpan: span, form, frequency }),
      dates,
      dates,
      fc.integer({ min: 1, max: 31 }),
      (terms, ready, held, over) => {
        const days = ready.map(dayOf);
        const waiting = held.filter((date) => !ready.includes(date)).map(dayOf);
        const through = `2026-05-${String(over).padStart(2, "0")}`;
        const given = facts(terms, { waiting, through });
        const billed = groupDays(days, given).flatMap((group) => group.days);
        const bills = billsOfDays(days, given);
        const idsWhere = (wanted: BillStanding) =>
          bills
            .filter(({ standing }) => standing === wanted)
            .flatMap((bill) => bill.days.map(({ id }) => id))
            .toSorted();
        const [running, unsettled] = [idsWhere("running"), idsWhere("unsettled")];
        expect(idsWhere("now")).toEqual(billed.map(({ id }) => id).toSorted());
        const all = [...idsWhere("now"), ...running, ...unsettled];
        expect(all.toSorted()).toEqual(days.map(({ id }) => id).toSorted());
        if (waiting.length === 0 && terms.frequency !== "interim") expect(unsettled).toEqual([]);
        isRunning ||= running.length > 0;
        isUnsettled ||= unsettled.length > 0;
      },
    ),
    { numRuns: 2_000, seed: 20_261_122 },
  );
  expect([isRunning, isUnsettled]).toEqual([true, true]);
});

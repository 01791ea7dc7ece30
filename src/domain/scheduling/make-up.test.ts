import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekKinds, weekOf, type WeekKind } from "#domain/programs/week.ts";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";
import { ledgerOf } from "#domain/scheduling/ledger.ts";
import { isOverLimit, type MakeUp } from "#domain/scheduling/make-up.ts";

const admittedOn = "2026-10-01";
/** Thursday. */
const thursday: MakeUp = {
  serviceDate: "2026-11-19",
  admittedOn,
  week: "monday",
  mostMakeUps: 1,
  creditedBefore: [],
};

describe("a make-up", () => {
  it.each([
    ["is credited as the first of its week", {}, false],
    ["is not credited after another of its week", { creditedBefore: ["2026-11-16"] }, true],
    ["does not mind one of the week before", { creditedBefore: ["2026-11-15"] }, false],
    [
      "minds it where the week begins on Sunday",
      { creditedBefore: ["2026-11-15"], week: "sunday" },
      true,
    ],
    [
      "minds it among any seven days in a row",
      { creditedBefore: ["2026-11-13"], week: "rolling" },
      true,
    ],
    ["is one of two that count", { creditedBefore: ["2026-11-16"], mostMakeUps: 2 }, false],
    ["never counts where the rule counts none", { mostMakeUps: 0 }, true],
    [
      "always counts where the rule says nothing",
      { creditedBefore: ["2026-11-16", "2026-11-17"], mostMakeUps: null },
      false,
    ],
    ["always counts where no rule is in force", { mostMakeUps: null, week: null }, false],
  ] as const)("%s", (_, more, expected) => {
    expect(isOverLimit({ ...thursday, ...more })).toBe(expected);
  });
});

const somebody = "0190aaaa-0000-7000-8000-000000000001";
const event = (n: number, kind: "arrive" | "leave", at: string, minutes: number) => ({
  id: `0190bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`,
  kind,
  patientId: somebody,
  mode: null,
  reason: null,
  correctsId: null,
  occurredAt: instantOf(epochOf(at) + minutes * 60_000),
});

/** One evening of three hours in which somebody was there from one minute to another. */
const evening = (
  day: string,
  [from, to]: readonly [number, number],
  isOver: boolean,
  minimumMinutes = 10,
) => {
  const startsAt = `${day}T18:00:00Z`;
  const [row] = ledgerOf({
    session: { startsAt, endsAt: `${day}T21:00:00Z` },
    rule: { graceMinutes: 10, breaksCount: false, minimumMinutes },
    attendees: [{ patientId: somebody, kind: "make-up", isOverLimit: isOver }],
    events: [event(0, "arrive", startsAt, from), event(1, "leave", startsAt, to)],
  }).rows;
  if (row === undefined) throw new Error("no row");
  return row;
};

describe("the ledger of a make-up beyond the limit", () => {
  it("keeps what was delivered, credits nothing and says why", () => {
    expect(evening("2026-11-19", [0, 170], true)).toMatchObject({
      status: "left-early",
      deliveredMinutes: 170,
      creditedMinutes: 0,
      isOverLimit: true,
      reasons: ["make-up-over-limit"],
    });
    expect(evening("2026-11-19", [0, 170], false)).toMatchObject({
      creditedMinutes: 170,
      isOverLimit: false,
    });
  });

  it("leaves what was too short its own reason, so that it uses up no place in the week", () => {
    expect(evening("2026-11-19", [0, 9], true)).toMatchObject({
      isOverLimit: false,
      reasons: ["below-minimum"],
    });
  });
});

interface Drawn {
  readonly day: number;
  readonly span: readonly [number, number];
}
const days = Array.from({ length: 21 }, (_, n) => `2026-11-${String(n + 2).padStart(2, "0")}`);
const dayOf = ({ day }: Drawn): string => days[day] ?? "";
const anyMakeUps = fc.uniqueArray(
  fc.record({
    day: fc.nat(20),
    span: fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 91, max: 200 })),
  }),
  { selector: ({ day }) => day, maxLength: 21 },
);
const anyRule = fc.record({
  week: fc.constantFrom(...weekKinds),
  mostMakeUps: fc.integer({ min: 0, max: 4 }),
});
type Rule = { readonly week: WeekKind; readonly mostMakeUps: number };
type Row = ReturnType<typeof evening>;

/**
 * Recorded one by one in this order, as the server does: each is judged by those credited before it in time, and those after
 * it are then judged anew.
 */
const recorded = (order: readonly Drawn[], rule: Rule): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>();
  const known = new Map<string, Drawn>();
  for (const one of order) {
    known.set(dayOf(one), one);
    for (const serviceDate of days.filter((day) => known.has(day) && day >= dayOf(one))) {
      const creditedBefore = days.filter(
        (day) => day < serviceDate && (rows.get(day)?.creditedMinutes ?? 0) > 0,
      );
      const isOver = isOverLimit({ ...rule, serviceDate, admittedOn, creditedBefore });
      rows.set(serviceDate, evening(serviceDate, known.get(serviceDate)?.span ?? [0, 0], isOver));
    }
  }
  return rows;
};

describe("for every sequence of make-ups", () => {
  it("no week credits more of them than its rule counts, nor more minutes than somebody was there", () => {
    fc.assert(
      fc.property(anyMakeUps, anyRule, (drawn, rule) => {
        const rows = recorded(drawn, rule);
        for (const on of days) {
          const { startsOn, endsOn } = weekOf(rule.week, on, admittedOn);
          const inWeek = [...rows].flatMap(([day, row]) =>
            startsOn <= day && day <= endsOn ? [row] : [],
          );
          const sum = (of: (row: Row) => number) => inWeek.reduce((all, row) => all + of(row), 0);
          expect(inWeek.filter((row) => row.creditedMinutes > 0).length).toBeLessThanOrEqual(
            rule.mostMakeUps,
          );
          expect(sum((row) => row.creditedMinutes)).toBeLessThanOrEqual(
            sum((row) => row.deliveredMinutes),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the order in which they are recorded changes nothing", () => {
    const shuffled = anyMakeUps.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(drawn, { minLength: drawn.length, maxLength: drawn.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyRule, ([drawn, again], rule) => {
        const told = (rows: ReadonlyMap<string, Row>) =>
          [...rows].toSorted(([one], [other]) => one.localeCompare(other));
        expect(told(recorded(again, rule))).toEqual(told(recorded(drawn, rule)));
      }),
      { numRuns: 300 },
    );
  });
});

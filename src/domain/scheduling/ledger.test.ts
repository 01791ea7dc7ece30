import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";
import { ledgerOf, type LedgerInput } from "#domain/scheduling/ledger.ts";
import type { LedgerEvent } from "#domain/scheduling/presence.ts";

const start = "2026-11-19T01:00:00Z";
const session = { startsAt: start, endsAt: "2026-11-19T04:00:00Z" };
const rule = { graceMinutes: 10, breaksCount: false, minimumMinutes: 10 };
const somebody = "0190aaaa-0000-7000-8000-000000000001";

let count = 0;
const idOf = (n: number): string => `0190bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`;
/** An event so many minutes after the beginning. */
const at = (minutes: number, kind: LedgerEvent["kind"], more: Partial<LedgerEvent> = {}) => ({
  id: idOf(++count),
  kind,
  patientId: ["start", "end", "break-start", "break-end"].includes(kind) ? null : somebody,
  mode: null,
  reason: null,
  correctsId: null,
  occurredAt: instantOf(epochOf(start) + minutes * 60_000),
  ...more,
});

const rowOf = (events: readonly LedgerEvent[], more: Partial<LedgerInput> = {}) => {
  const [row] = ledgerOf({
    session,
    rule,
    attendees: [{ patientId: somebody }],
    events,
    ...more,
  }).rows;
  if (row === undefined) throw new Error("no row");
  return row;
};

describe("an evening of three hours", () => {
  it.each([
    ["nobody said anything", [], "expected", 0],
    ["there before it begins, to the end", [at(-5, "arrive")], "present", 180],
    ["within the grace minutes", [at(10, "arrive")], "present", 170],
    ["a second past the grace minutes", [at(10 + 1 / 60, "arrive")], "late", 169],
    ["left early", [at(0, "arrive"), at(125, "leave")], "left-early", 125],
    ["late and gone early", [at(20, "arrive"), at(125, "leave")], "partial", 105],
    [
      "a break in between",
      [at(0, "arrive"), at(60, "break-start"), at(75, "break-end")],
      "present",
      165,
    ],
    [
      "away over the break",
      [
        at(0, "arrive"),
        at(60, "break-start"),
        at(65, "leave"),
        at(70, "arrive"),
        at(75, "break-end"),
      ],
      "partial",
      165,
    ],
    [
      "a failed connection",
      [at(0, "arrive", { mode: "video" }), at(30, "failure-start"), at(43, "failure-end")],
      "present",
      167,
    ],
    [
      "a failure in the break counts once",
      [
        at(0, "arrive"),
        at(60, "break-start"),
        at(65, "failure-start"),
        at(80, "failure-end"),
        at(75, "break-end"),
      ],
      "present",
      160,
    ],
    [
      "pulled out and returned",
      [at(0, "arrive"), at(60, "pulled-out"), at(110, "returned")],
      "present",
      130,
    ],
    ["the session was begun late", [at(-5, "arrive"), at(15, "start")], "present", 165],
    ["the session ended early", [at(0, "arrive"), at(150, "end")], "present", 150],
    [
      "nine minutes are below the minimum, and the person was there",
      [at(0, "arrive"), at(9, "leave")],
      "left-early",
      0,
    ],
    ["absent", [at(20, "absent", { reason: "no-call" })], "absent", 0],
    ["absent with an excuse", [at(20, "absent", { reason: "court" })], "excused", 0],
    ["absent, then there after all", [at(15, "absent"), at(40, "arrive")], "late", 140],
    ["arrival after the end", [at(181, "arrive")], "absent", 0],
  ] as const)("%s", (_, events, status, creditedMinutes) => {
    const row = rowOf([...events]);
    expect({ status: row.status, creditedMinutes: row.creditedMinutes }).toEqual({
      status,
      creditedMinutes,
    });
    expect(row.scheduledMinutes).toBe(180);
  });

  it("does not call 2:59 three hours", () => {
    const whole = { ...rule, minimumMinutes: 180 };
    const almost = rowOf([at(1, "arrive")], { rule: whole });
    expect(almost).toMatchObject({ status: "present", deliveredMinutes: 179, creditedMinutes: 0 });
    expect(almost.reasons).toEqual(["below-minimum"]);
    expect(rowOf([at(1 / 60, "arrive")], { rule: whole }).creditedMinutes).toBe(0);
    expect(rowOf([at(0, "arrive")], { rule: whole }).creditedMinutes).toBe(180);
  });

  it("lets a corrected event count no longer, and says what was kept for nothing", () => {
    const wrong = at(40, "arrive");
    expect(rowOf([wrong, at(2, "arrive", { correctsId: wrong.id })]).creditedMinutes).toBe(178);
    expect(rowOf([wrong, at(60, "strike", { correctsId: wrong.id })]).status).toBe("expected");
    const late = at(190, "arrive");
    const ledger = ledgerOf({
      session,
      rule,
      attendees: [{ patientId: somebody }],
      events: [late, at(1, "leave")],
    });
    expect(ledger.remarks.map((remark) => remark.code)).toEqual(["not-there", "after-end"]);
  });

  it("counts up to now while it runs, and to the end afterwards", () => {
    const events = [at(0, "arrive"), at(60, "break-start")];
    const now = instantOf(epochOf(start) + 70 * 60_000);
    expect(rowOf(events, { now })).toMatchObject({ deliveredMinutes: 70, creditedMinutes: 60 });
    expect(ledgerOf({ session, rule, attendees: [], events, now }).breaks).toEqual([
      { startsAt: "2026-11-19T02:00:00Z", endsAt: null },
    ]);
  });

  it("gives what another session credits to that session alone", () => {
    const elsewhere = [{ startsAt: "2026-11-19T02:00:00Z", endsAt: "2026-11-19T02:50:00Z" }];
    const row = rowOf([at(0, "arrive")], { attendees: [{ patientId: somebody, elsewhere }] });
    expect(row).toMatchObject({
      creditedMinutes: 130,
      deliveredMinutes: 180,
      reasons: ["elsewhere"],
    });
  });
});

const kinds = [
  "start",
  "end",
  "break-start",
  "break-end",
  "arrive",
  "leave",
  "absent",
  "expected",
  "mode",
  "failure-start",
  "failure-end",
  "pulled-out",
  "returned",
  "strike",
] as const;
const anyEvents = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    seconds: fc.integer({ min: -3600, max: 4 * 3600 }),
    mode: fc.constantFrom("room", "video", null),
    corrects: fc.option(fc.nat(30), { nil: null, freq: 6 }),
  }),
  { maxLength: 30 },
);
type Drawn = typeof anyEvents extends fc.Arbitrary<infer Value> ? Value : never;
const eventsOf = (drawn: Drawn): LedgerEvent[] =>
  drawn.map(({ kind, seconds, mode, corrects }, n) =>
    at(seconds / 60, kind, {
      id: idOf(n),
      mode,
      correctsId: corrects === null ? null : idOf(corrects),
    }),
  );
const anyRule = fc.record({
  graceMinutes: fc.nat(30),
  breaksCount: fc.boolean(),
  minimumMinutes: fc.nat(60),
});

describe("for every sequence of events", () => {
  it("no minute is credited twice, or outside of presence in the session", () => {
    fc.assert(
      fc.property(anyEvents, anyRule, (drawn, drawnRule) => {
        const row = rowOf(eventsOf(drawn), { rule: drawnRule });
        expect(row.creditedMinutes).toBeLessThanOrEqual(row.deliveredMinutes);
        expect(row.deliveredMinutes).toBeLessThanOrEqual(row.scheduledMinutes);
        let last = epochOf(session.startsAt);
        let credited = 0;
        for (const { startsAt, endsAt, notCreditedBecause } of row.segments) {
          expect(epochOf(startsAt)).toBeGreaterThanOrEqual(last);
          expect(epochOf(endsAt)).toBeGreaterThan(epochOf(startsAt));
          last = epochOf(endsAt);
          if (notCreditedBecause === null) credited += epochOf(endsAt) - epochOf(startsAt);
        }
        expect(last).toBeLessThanOrEqual(epochOf(session.endsAt));
        expect(row.creditedMinutes).toBe(Math.floor(credited / 60_000));
      }),
      { numRuns: 2000 },
    );
  });

  it("no credited moment lies before an arrival or in a break that does not count", () => {
    fc.assert(
      fc.property(anyEvents, (drawn) => {
        const events = eventsOf(drawn);
        const ledger = ledgerOf({ session, rule, attendees: [{ patientId: somebody }], events });
        const corrected = new Set(events.map((event) => event.correctsId));
        const arrivals = events.filter(
          (event) => event.kind === "arrive" && !corrected.has(event.id),
        );
        for (const segment of ledger.rows[0]?.segments ?? []) {
          if (segment.notCreditedBecause !== null) continue;
          expect(
            arrivals.some((event) => epochOf(event.occurredAt) <= epochOf(segment.startsAt)),
          ).toBe(true);
          for (const pause of ledger.breaks) {
            const meets =
              epochOf(pause.startsAt) < epochOf(segment.endsAt) &&
              epochOf(pause.endsAt ?? session.endsAt) > epochOf(segment.startsAt);
            expect(meets).toBe(false);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("order and repetition change nothing", () => {
    const shuffled = anyEvents.chain((drawn) => {
      const events = eventsOf(drawn);
      return fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], {
          minLength: events.length * 2,
          maxLength: events.length * 2,
        }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([events, again]) => {
        const ledger = (all: readonly LedgerEvent[]) =>
          ledgerOf({ session, rule, attendees: [{ patientId: somebody }], events: all });
        expect(ledger(again)).toEqual(ledger(events));
      }),
      { numRuns: 1000 },
    );
  });
});

it("reads and writes instants as the calendar does", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 0, 1) }), (epoch) => {
      const text = new Date(epoch).toISOString();
      expect(epochOf(text)).toBe(epoch);
      expect(new Date(instantOf(epoch)).toISOString()).toBe(text);
    }),
  );
  expect(epochOf("2026-11-18T18:00:00.25-07:00")).toBe(Date.UTC(2026, 10, 19, 1, 0, 0, 250));
});

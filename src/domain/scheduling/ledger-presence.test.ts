import fc from "fast-check";
import { expect, it } from "vitest";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";
import { ledgerOf } from "#domain/scheduling/ledger.ts";
import type { LedgerEvent } from "#domain/scheduling/presence.ts";

const evening = epochOf("2026-11-19T01:00:00Z");
const second = 1000;
const somebody = "0190aaaa-0000-7000-8000-000000000001";
const idOf = (n: number): string => `0190bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`;

const ofSession = ["start", "end", "break-start", "break-end"] as const;
const ofPerson = [
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

/** Moments on the quarter of a minute, so that many fall together. */
const anyEvents = fc.array(
  fc.record({
    kind: fc.constantFrom(...ofSession, ...ofPerson, "arrive" as const, "leave" as const),
    quarters: fc.integer({ min: -60, max: 900 }),
    mode: fc.constantFrom("room", "video", null),
    corrects: fc.option(fc.nat(24), { nil: null, freq: 8 }),
  }),
  { maxLength: 24 },
);
type Drawn = typeof anyEvents extends fc.Arbitrary<infer Value> ? Value : never;

const eventsOf = (drawn: Drawn): LedgerEvent[] =>
  drawn.map(({ kind, quarters, mode, corrects }, n) => ({
    id: idOf(n),
    kind,
    patientId: ofSession.some((one) => one === kind) ? null : somebody,
    mode,
    reason: null,
    correctsId: corrects === null ? null : idOf(corrects),
    occurredAt: instantOf(evening + quarters * 15 * second),
  }));

/** What stands of what was written down, in the order in which it happened. */
const standing = (events: readonly LedgerEvent[]): readonly LedgerEvent[] => {
  const corrected = new Set(events.map(({ correctsId }) => correctsId));
  return events
    .filter(({ id, kind }) => kind !== "strike" && !corrected.has(id))
    .toSorted((a, b) => epochOf(a.occurredAt) - epochOf(b.occurredAt) || a.id.localeCompare(b.id));
};

/** Whether the last word on something, by a moment, was the one that opens it. */
const isOpen = (
  events: readonly LedgerEvent[],
  moment: number,
  opens: LedgerEvent["kind"],
  shuts: LedgerEvent["kind"],
): boolean =>
  events.findLast(
    ({ kind, occurredAt }) => (kind === opens || kind === shuts) && epochOf(occurredAt) <= moment,
  )?.kind === opens;

/** Read a second time, moment by moment: there, not taken out, connected, and no break. */
const mayCount = (events: readonly LedgerEvent[], moment: number): boolean => {
  const last = events.findLastIndex(({ kind }) => kind === "absent" || kind === "expected");
  return (
    isOpen(events.slice(last + 1), moment, "arrive", "leave") &&
    !isOpen(events, moment, "pulled-out", "returned") &&
    !isOpen(events, moment, "failure-start", "failure-end") &&
    !isOpen(events, moment, "break-start", "break-end")
  );
};

const rule = { graceMinutes: 10, breaksCount: false, minimumMinutes: 0 };

/** The stretches that are credited, of a session that begins and lasts so many minutes. */
const creditedOf = (
  session: { readonly startsAt: string; readonly endsAt: string },
  events: readonly LedgerEvent[],
  elsewhere: readonly { startsAt: string; endsAt: string }[],
) => {
  const attendees = [{ patientId: somebody, elsewhere }];
  const [row] = ledgerOf({ session, rule, attendees, events }).rows;
  if (row === undefined) throw new Error("no row");
  const segments = row.segments.filter(({ notCreditedBecause }) => notCreditedBecause === null);
  return { row, segments };
};

const sessionAt = (startsIn: number, lasts: number) => ({
  startsAt: instantOf(evening + startsIn * 60 * second),
  endsAt: instantOf(evening + (startsIn + lasts) * 60 * second),
});

it("every credited quarter of a minute is one of presence, read a second time from the events", () => {
  fc.assert(
    fc.property(anyEvents, (drawn) => {
      const events = eventsOf(drawn);
      const stands = standing(events);
      const session = sessionAt(0, 180);
      const { row, segments } = creditedOf(session, events, []);
      let quarters = 0;
      for (const { startsAt, endsAt } of segments)
        for (let from = epochOf(startsAt); from < epochOf(endsAt); from += 15 * second) {
          quarters += 1;
          expect(mayCount(stands, from + second)).toBe(true);
        }
      expect(row.creditedMinutes).toBe(Math.floor(quarters / 4));
    }),
    { seed: 20261122, numRuns: 3000 },
  );
});

it("over sessions that run into each other no moment of one person is credited twice", () => {
  const anySession = fc.record({
    startsIn: fc.integer({ min: -60, max: 120 }),
    lasts: fc.integer({ min: 15, max: 180 }),
    drawn: anyEvents,
  });
  fc.assert(
    fc.property(fc.array(anySession, { minLength: 2, maxLength: 4 }), (sessions) => {
      const credited: { startsAt: string; endsAt: string }[] = [];
      for (const { startsIn, lasts, drawn } of sessions) {
        const { segments } = creditedOf(sessionAt(startsIn, lasts), eventsOf(drawn), credited);
        credited.push(...segments);
      }
      const inOrder = credited.toSorted((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt));
      for (const [place, { startsAt }] of inOrder.entries()) {
        const before = inOrder[place - 1];
        if (before !== undefined)
          expect(epochOf(before.endsAt)).toBeLessThanOrEqual(epochOf(startsAt));
      }
    }),
    { seed: 20261122, numRuns: 3000 },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "#domain/scheduling/epoch.ts";
import {
  likelyDays,
  usualBreakMinutes,
  type HeldSession,
  type LikelySeat,
} from "#domain/scheduling/likely-minutes.ts";
import type { LedgerEvent } from "#domain/scheduling/presence.ts";

const day = "2026-11-19";
const noon = Date.parse(`${day}T12:00:00Z`);
const at = (minute: number): string => instantOf(noon + minute * 60_000);

const seat = (from: number, to: number, more: Partial<LikelySeat> = {}): LikelySeat => ({
  date: day,
  startsAt: at(from),
  endsAt: at(to),
  isBooked: true,
  isOfGroup: true,
  breakMinutes: 0,
  ...more,
});
const event = (
  kind: LedgerEvent["kind"],
  minute: number,
  more: Partial<LedgerEvent> = {},
): LedgerEvent => ({
  id: `${kind}-${minute}`,
  patientId: null,
  kind,
  mode: null,
  reason: null,
  occurredAt: at(minute),
  correctsId: null,
  ...more,
});
const heldWith = (...breaks: readonly number[]): HeldSession => ({
  startsAt: at(0),
  endsAt: at(180),
  events: breaks.flatMap((minutes, place) => [
    event("break-start", place * 60 + 10),
    event("break-end", place * 60 + 10 + minutes),
  ]),
});

describe("the breaks a group takes as a rule", () => {
  it.each([
    ["none known where none was held", [], null],
    ["of one", [heldWith(20)], 20],
    ["of several in one session, their sum", [heldWith(10, 12)], 22],
    ["the middle of three", [heldWith(5), heldWith(60), heldWith(20)], 20],
    ["between the two in the middle, a half rounded up", [heldWith(15), heldWith(20)], 18],
    ["not the one evening without", [heldWith(), heldWith(20), heldWith(20), heldWith(20)], 20],
  ])("%s", (_, held, minutes) => {
    expect(usualBreakMinutes(held)).toBe(minutes);
  });

  it("leaves out what was struck", () => {
    const session = heldWith(20);
    const strikes = session.events.map(({ id }) =>
      event("strike", 100, { id: `no-${id}`, correctsId: id }),
    );
    expect(usualBreakMinutes([{ ...session, events: [...session.events, ...strikes] }])).toBe(0);
  });
});

describe("what a day is likely to be credited with", () => {
  it("takes the usual breaks off a seat, and says so", () => {
    expect(likelyDays([seat(0, 180, { breakMinutes: 20 })]).get(day)).toEqual({
      bookedMinutes: 160,
      breakMinutes: 20,
      isBeforeBreaks: false,
      isDoubled: false,
    });
  });

  it("says that a break may still come off where none are known", () => {
    expect(likelyDays([seat(0, 180, { breakMinutes: null })]).get(day)).toMatchObject({
      bookedMinutes: 180,
      isBeforeBreaks: true,
    });
  });

  it("counts two seats at the same hour once, and marks the day", () => {
    const both = [seat(0, 180, { breakMinutes: 20 }), seat(-30, 150, { breakMinutes: 18 })];
    expect(likelyDays(both).get(day)).toMatchObject({ bookedMinutes: 162 + 26, isDoubled: true });
    const after = [seat(0, 180), seat(180, 240)];
    expect(likelyDays(after).get(day)).toMatchObject({ bookedMinutes: 240, isDoubled: false });
  });

  it("takes an hour that is pulled out of a group for none of two seats", () => {
    const pulledOut = [seat(0, 180), seat(60, 120, { isOfGroup: false })];
    expect(likelyDays(pulledOut).get(day)).toMatchObject({ bookedMinutes: 180, isDoubled: false });
  });

  it("does not count again an hour that was credited elsewhere", () => {
    const pulledOut = [seat(0, 180), seat(60, 120, { isBooked: false })];
    expect(likelyDays(pulledOut).get(day)).toMatchObject({ bookedMinutes: 120, isDoubled: false });
  });
});

const anySeat = fc
  .record({
    from: fc.integer({ min: 0, max: 600 }),
    minutes: fc.integer({ min: 10, max: 240 }),
    breakMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
    isBooked: fc.boolean(),
  })
  .map(({ from, minutes, ...more }) => seat(from, from + minutes, more));
const anySeats = fc.array(anySeat, { maxLength: 8 });

/** The minutes that lie in at least one booked seat and in none that was credited, minute by minute. */
const unionOf = (seats: readonly LikelySeat[]): number =>
  Array.from({ length: 900 }, (_, minute) => noon + minute * 60_000).filter((moment) => {
    const here = seats.filter(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= moment && moment < Date.parse(endsAt),
    );
    return here.length > 0 && here.every(({ isBooked }) => isBooked);
  }).length;

describe("whatever seats somebody has", () => {
  it("is never negative, never more than their union, and that union less what came off", () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const { bookedMinutes = 0, breakMinutes = 0 } = likelyDays(seats).get(day) ?? {};
        expect(bookedMinutes).toBeGreaterThanOrEqual(0);
        expect(bookedMinutes + breakMinutes).toBe(unionOf(seats));
        expect(breakMinutes).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is all that is planned where breaks count", () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const counting = seats.map((one) => ({ ...one, breakMinutes: 0 }));
        expect(likelyDays(counting).get(day)?.bookedMinutes ?? 0).toBe(unionOf(seats));
      }),
    );
  });
});

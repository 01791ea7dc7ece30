import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { serviceGapOf, type GapFacts, type GapRule } from "#domain/scheduling/service-gap.ts";

const wyoming: GapRule = { longestGapDays: 3, gapCounts: "attended", gapSkipsClosed: true };
const carolina: GapRule = { longestGapDays: 2, gapCounts: "offered", gapSkipsClosed: false };

/** Thursday, the last evening of a week of Monday, Wednesday and Thursday. */
const thursday = "2026-11-19";
const stay = (more: Partial<GapFacts> = {}): GapFacts => ({
  lastOn: thursday,
  nextOn: null,
  endsOn: null,
  closed: [],
  missed: [],
  places: [],
  ...more,
});
const closedFor = (startsOn: string, endsOn = startsOn) => ({ closed: [{ startsOn, endsOn }] });

describe("by when a service is due", () => {
  test.each([
    { name: "three days between", rule: wyoming, facts: {}, dueBy: "2026-11-23" },
    { name: "two days between", rule: carolina, facts: {}, dueBy: "2026-11-22" },
    {
      name: "a holiday does not count",
      rule: wyoming,
      facts: { lastOn: "2026-11-25", ...closedFor("2026-11-26", "2026-11-27") },
      dueBy: "2026-12-01",
    },
    {
      name: "a holiday counts where the rule does not except it",
      rule: carolina,
      facts: { lastOn: "2026-11-25", ...closedFor("2026-11-26", "2026-11-27") },
      dueBy: "2026-11-28",
    },
    {
      name: "closed on the very day",
      rule: wyoming,
      facts: closedFor("2026-11-23"),
      dueBy: "2026-11-24",
    },
    {
      name: "in hospital from Saturday, back to be asked for on Wednesday",
      rule: wyoming,
      facts: {
        missed: [
          { on: "2026-11-21", isAway: true },
          { on: "2026-11-23", isAway: true },
          { on: "2026-11-25", isAway: false },
        ],
      },
      dueBy: "2026-11-27",
    },
    {
      name: "paused from Friday to Sunday",
      rule: wyoming,
      facts: {
        places: [
          { startsOn: "2026-10-01", endsOn: thursday, isPaused: true },
          { startsOn: "2026-11-23", endsOn: null, isPaused: false },
        ],
      },
      dueBy: "2026-11-26",
    },
    {
      name: "one group paused, another goes on",
      rule: wyoming,
      facts: {
        places: [
          { startsOn: "2026-10-01", endsOn: thursday, isPaused: true },
          { startsOn: "2026-10-01", endsOn: null, isPaused: false },
        ],
      },
      dueBy: "2026-11-23",
    },
  ])("$name", ({ rule, facts, dueBy }) => {
    expect(serviceGapOf(stay(facts), rule, thursday)?.dueBy).toBe(dueBy);
  });
});

describe("how it stands", () => {
  test.each([
    {
      name: "booked on the last day",
      facts: { nextOn: "2026-11-23" },
      on: "2026-11-20",
      standing: "kept",
    },
    {
      name: "booked a day too late",
      facts: { nextOn: "2026-11-24" },
      on: "2026-11-20",
      standing: "due",
    },
    { name: "nothing booked", facts: {}, on: "2026-11-23", standing: "due" },
    { name: "the day after", facts: { nextOn: "2026-11-25" }, on: "2026-11-24", standing: "over" },
    {
      name: "the stay ends before",
      facts: { endsOn: "2026-11-23" },
      on: "2026-11-24",
      standing: "kept",
    },
    {
      name: "the stay ends after",
      facts: { endsOn: "2026-11-24" },
      on: "2026-11-24",
      standing: "over",
    },
    {
      name: "in hospital, nobody knows for how long",
      facts: { missed: [{ on: "2026-11-20", isAway: true }] },
      on: "2026-12-10",
      standing: "held",
    },
  ])("$name: $standing", ({ facts, on, standing }) => {
    expect(serviceGapOf(stay(facts), wyoming, on)?.standing).toBe(standing);
  });

  test("before the first service nothing lies between two", () => {
    expect(serviceGapOf(stay({ lastOn: null }), wyoming, thursday)).toBeNull();
  });
});

const first = Temporal.PlainDate.from("2026-01-01");
const dayOf = (place: number): string => first.add({ days: place }).toString();
const days = 120;

/** A calendar as one draws it on paper: of each day whether the site is closed and what the roster said. */
const calendars = fc.record({
  last: fc.integer({ min: 0, max: 40 }),
  next: fc.option(fc.integer({ min: 1, max: 60 })),
  ends: fc.option(fc.integer({ min: 0, max: 60 })),
  on: fc.integer({ min: 0, max: 60 }),
  closed: fc.array(fc.boolean(), { minLength: days, maxLength: days }),
  roster: fc.array(fc.constantFrom("none", "none", "none", "away", "missed"), {
    minLength: days,
    maxLength: days,
  }),
  /** Out of their groups from one day on until another, by a pause or for good. */
  out: fc.option(
    fc.record({
      from: fc.integer({ min: 1, max: 60 }),
      days: fc.integer({ min: 1, max: 20 }),
      isPaused: fc.boolean(),
    }),
  ),
  rule: fc.record({
    longestGapDays: fc.integer({ min: 1, max: 14 }),
    gapCounts: fc.constantFrom("attended" as const, "offered" as const),
    gapSkipsClosed: fc.boolean(),
  }),
});
type Calendar = typeof calendars extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const factsOf = ({ last, next, ends, closed, roster, out }: Calendar): GapFacts => ({
  lastOn: dayOf(last),
  nextOn: next === null ? null : dayOf(last + next),
  endsOn: ends === null ? null : dayOf(last + ends),
  closed: closed.flatMap((is, place) =>
    is ? [{ startsOn: dayOf(place), endsOn: dayOf(place) }] : [],
  ),
  missed: roster.flatMap((said, place) =>
    said === "none" || place <= last ? [] : [{ on: dayOf(place), isAway: said === "away" }],
  ),
  places:
    out === null
      ? []
      : [
          { startsOn: dayOf(0), endsOn: dayOf(last + out.from - 1), isPaused: out.isPaused },
          { startsOn: dayOf(last + out.from + out.days), endsOn: null, isPaused: false },
        ],
});

/** The same rule read plainly, day by day along the calendar, with what the days before have said carried along. */
const readPlainly = ({ last, next, ends, on, closed, roster, out, rule }: Calendar) => {
  let isAway = false;
  let without = 0;
  let latest: number | null = null;
  for (let place = last + 1; place < days && latest === null; place++) {
    const said = roster[place];
    if (said !== "none") isAway = said === "away";
    const isOut =
      out?.isPaused === true && place >= last + out.from && place < last + out.from + out.days;
    const isFree = isAway || isOut || (rule.gapSkipsClosed && closed[place] === true);
    if (isFree) continue;
    without += 1;
    if (without > rule.longestGapDays) latest = place;
  }
  if (latest === null) return { dueBy: null, standing: "held" };
  const isKept = (day: number | null) => day !== null && last + day <= latest;
  const standing = isKept(next) || isKept(ends) ? "kept" : on > latest ? "over" : "due";
  return { dueBy: dayOf(latest), standing };
};

test("agrees with a plain reading of thousands of calendars", () => {
  fc.assert(
    fc.property(
      // Whether somebody is still away at the end of the paper is no question of this one.
      calendars.filter(({ roster }) => roster.findLast((said) => said !== "none") !== "away"),
      (drawn) => {
        const answered = serviceGapOf(factsOf(drawn), drawn.rule, dayOf(drawn.on));
        const { dueBy, standing } = readPlainly(drawn);
        if (dueBy === null) return;
        expect(answered).toMatchObject({ dueBy, standing });
      },
    ),
    { numRuns: 4000, seed: 46 },
  );
});

test("a day more is never due earlier, and a closed day never makes it earlier", () => {
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: days - 1 }), (drawn, shut) => {
      const facts = factsOf(drawn);
      const due = (more: GapFacts, rule: GapRule) =>
        serviceGapOf(more, rule, dayOf(0))?.dueBy ?? "9999";
      const { rule } = drawn;
      const longer = { ...rule, longestGapDays: rule.longestGapDays + 1 };
      expect(due(facts, longer) >= due(facts, rule)).toBe(true);
      const closed = [...facts.closed, { startsOn: dayOf(shut), endsOn: dayOf(shut) }];
      expect(due({ ...facts, closed }, rule) >= due(facts, rule)).toBe(true);
    }),
    { numRuns: 1000, seed: 46 },
  );
});

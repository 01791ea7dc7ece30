import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { gapCountingSchema, type HourRule } from "#domain/programs/hour-rule.ts";
import { runsOn } from "#domain/scheduling/membership.ts";

/** What a rule says of the days between two services; the days are there where it says anything. */
export type GapRule = Pick<HourRule, "gapCounts" | "gapSkipsClosed"> & {
  readonly longestGapDays: number;
};

/**
 * `kept`: a service is booked in time. `due`: none is, and there is time yet. `over`: the day has gone by without one. `held`:
 * the person is on leave or in hospital, and nothing says when they come back.
 */
const gapStandings = ["kept", "due", "over", "held"] as const;

/** How the days since the last service of a stay stand against the rule of its level. */
export const serviceGapSchema = z
  .object({
    longestGapDays: z.int(),
    counts: gapCountingSchema,
    skipsClosed: z.boolean(),
    /** The last service that the rule counts. */
    lastOn: z.iso.date(),
    /** The next one that is booked, whether in time or not. */
    nextOn: z.iso.date().nullable(),
    /** The last day on which a service keeps the rule; null while nothing says when the person comes back. */
    dueBy: z.iso.date().nullable(),
    standing: z.enum(gapStandings),
  })
  .meta({ id: "ServiceGap" });
export type ServiceGap = z.output<typeof serviceGapSchema>;

interface Span {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What is known of a stay around its last service. */
export interface GapFacts {
  readonly lastOn: string | null;
  readonly nextOn: string | null;
  /** The last day of the stay, where it has one. */
  readonly endsOn: string | null;
  /** Days on which the site is closed. */
  readonly closed: readonly Span[];
  /** Sessions without the person, gone by or told of ahead, in the order of time; away: on leave, or in hospital. */
  readonly missed: readonly { readonly on: string; readonly isAway: boolean }[];
  /** Their places in groups: between a pause and the return nobody waits for them. */
  readonly places: readonly (Span & { readonly isPaused: boolean })[];
}

/** Somebody is away from the first session that says so until one that says otherwise, or until they come. */
const isAwayBySessions = ({ missed }: GapFacts, day: string): boolean =>
  missed.findLast(({ on }) => on <= day)?.isAway ?? false;

const isAwayByPause = ({ places }: GapFacts, day: string): boolean =>
  !places.some((place) => runsOn(place, day)) &&
  (places
    .filter(({ endsOn }) => endsOn !== null && endsOn < day)
    .toSorted((a, b) => (a.endsOn ?? "").localeCompare(b.endsOn ?? ""))
    .at(-1)?.isPaused ??
    false);

/** Whether a day without a service is one of those between two services: not while the person is away, nor where the rule skips it while the site is closed. */
const isCounted = (facts: GapFacts, rule: GapRule, day: string): boolean =>
  !(rule.gapSkipsClosed && facts.closed.some((span) => runsOn(span, day))) &&
  !isAwayBySessions(facts, day) &&
  !isAwayByPause(facts, day);

/** Nobody is on leave for longer than this and still waited for. */
const daysLooked = 400;

/** The last day on which a service keeps the rule: as many counted days as it allows lie before it. */
const dueByOf = (facts: GapFacts, rule: GapRule, lastOn: string): string | null => {
  const last = Temporal.PlainDate.from(lastOn);
  let left = rule.longestGapDays;
  for (let after = 1; after <= daysLooked; after++) {
    const day = last.add({ days: after }).toString();
    if (!isCounted(facts, rule, day)) continue;
    if (left === 0) return day;
    left -= 1;
  }
  return null;
};

/**
 * How a stay stands on a day against the longest gap its rule allows; null before its first service: days are counted between
 * services. Authority: the rule's own source, such as Wyoming (no more than 3 days between clinical services, holidays excluded)
 * and North Carolina's SAIOP (no more than 2 consecutive days between offered services).
 */
export const serviceGapOf = (facts: GapFacts, rule: GapRule, on: string): ServiceGap | null => {
  const { lastOn, nextOn, endsOn } = facts;
  if (lastOn === null) return null;
  const dueBy = dueByOf(facts, rule, lastOn);
  const isInTime = (day: string | null): boolean => day !== null && dueBy !== null && day <= dueBy;
  return {
    longestGapDays: rule.longestGapDays,
    counts: rule.gapCounts,
    skipsClosed: rule.gapSkipsClosed,
    lastOn,
    nextOn,
    dueBy,
    standing:
      dueBy === null
        ? "held"
        : isInTime(nextOn) || isInTime(endsOn)
          ? "kept"
          : on > dueBy
            ? "over"
            : "due",
  };
};

import { epochOf } from "#domain/scheduling/epoch.ts";
import { eventsThatCount, sessionTimesOf, type LedgerEvent } from "#domain/scheduling/presence.ts";
import { covers, cutAt, edgesOf, within, type Stretch } from "#domain/scheduling/stretch.ts";

const msPerMinute = 60_000;

/** A session that was held, with what was recorded of it as a whole. */
export interface HeldSession {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly events: readonly LedgerEvent[];
}

/** A seat of one stay that is booked, or that was attended a short while ago. */
export interface LikelySeat {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** False: credited already. It only keeps its hour from being counted again. */
  readonly isBooked: boolean;
  /** Of a weekly group; an hour by itself is taken out of one on purpose. */
  readonly isOfGroup: boolean;
  /** Breaks that earn nothing: zero where the rule counts breaks, null where it does not and none are known. */
  readonly breakMinutes: number | null;
}

/** What the booked seats of a day are likely to be credited with. */
export interface LikelyDay {
  readonly bookedMinutes: number;
  /** What was taken off for breaks. */
  readonly breakMinutes: number;
  /** A break may still come off: the rule counts none, and nothing is known of what this group takes. */
  readonly isBeforeBreaks: boolean;
  /** Two booked seats of weekly groups lie at the same hour. */
  readonly isDoubled: boolean;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + (to - from), 0);

const breakMinutesOf = ({ events, ...session }: HeldSession): number => {
  const { breaks } = sessionTimesOf(session, eventsThatCount(events).ofSession, undefined);
  return Math.ceil(lengthOf(breaks) / msPerMinute);
};

/**
 * The minutes of breaks that a group takes as a rule: the median of the sessions it held last, a half minute rounded up, as the
 * ledger takes one off. Null where it held none: a median forgives the one evening on which a break was forgotten.
 */
export const usualBreakMinutes = (held: readonly HeldSession[]): number | null => {
  const taken = held.map(breakMinutesOf).toSorted((a, b) => a - b);
  const upper = taken[Math.floor(taken.length / 2)];
  const lower = taken[Math.floor((taken.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.ceil((upper + lower) / 2);
};

const stretchOf = ({ startsAt, endsAt }: LikelySeat): Stretch => ({
  from: epochOf(startsAt),
  to: epochOf(endsAt),
});

const minutesBeside = (seat: Stretch, taken: readonly Stretch[]): number => {
  const free = cutAt(seat, edgesOf(taken)).filter(({ from }) => !covers(taken, from));
  return Math.floor(lengthOf(free) / msPerMinute);
};

const addTo = (day: LikelyDay | undefined, more: LikelyDay): LikelyDay => ({
  bookedMinutes: (day?.bookedMinutes ?? 0) + more.bookedMinutes,
  breakMinutes: (day?.breakMinutes ?? 0) + more.breakMinutes,
  isBeforeBreaks: more.isBeforeBreaks || day?.isBeforeBreaks === true,
  isDoubled: more.isDoubled || day?.isDoubled === true,
});

/**
 * What is likely to be credited on each day of one stay. An hour counts once, however many seats lie in it: nobody sits in two
 * rooms, and the ledger credits one. Of the rest of each seat its share of the usual breaks comes off, never more than there is.
 */
export const likelyDays = (seats: readonly LikelySeat[]): ReadonlyMap<string, LikelyDay> => {
  const taken = seats.filter((seat) => !seat.isBooked).map(stretchOf);
  const booked = seats
    .filter((seat) => seat.isBooked)
    .map((seat) => ({ ...seat, ...stretchOf(seat) }))
    .toSorted((a, b) => a.from - b.from);
  const days = new Map<string, LikelyDay>();
  for (const seat of booked) {
    const minutes = minutesBeside(seat, taken);
    const share = (minutes * msPerMinute) / (seat.to - seat.from);
    const breakMinutes = Math.min(minutes, Math.ceil((seat.breakMinutes ?? 0) * share));
    const more = {
      bookedMinutes: minutes - breakMinutes,
      breakMinutes,
      isBeforeBreaks: minutes > 0 && seat.breakMinutes === null,
      isDoubled:
        seat.isOfGroup &&
        booked.some((other) => other !== seat && other.isOfGroup && within(other, seat) !== null),
    };
    days.set(seat.date, addTo(days.get(seat.date), more));
    taken.push({ from: seat.from, to: seat.to });
  }
  return days;
};

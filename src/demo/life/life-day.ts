import { Temporal } from "temporal-polyfill";
import { openFrom } from "#demo/holidays.ts";
import type { Chance } from "#demo/life/chance.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import type { LifeHouse } from "#demo/life/life-house.ts";
import type { LifePlan, LifeStay } from "#demo/life/life-plan.ts";
import type { LifeSession } from "#demo/life/life-sessions.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Something that is done at a moment of a day. The work it gets stands at that moment. */
export interface Act {
  readonly at: Temporal.Instant;
  readonly what: string;
  run(work: Work): Promise<void>;
}

/** One day of the life, and all that is needed to live it. */
export interface LifeDay {
  readonly plan: LifePlan;
  readonly house: LifeHouse;
  readonly chance: Chance;
  readonly day: string;
  /** Nothing is done after this moment. */
  readonly until: Temporal.Instant;
  /** Sessions of the days before and of this one; of series as they were made, hours alone as they were planned. */
  readonly sessions: readonly LifeSession[];
  /** What the life has come to, counted. */
  count(what: LifeCount, by?: number): void;
}

export const lifeCounts = [
  "people",
  "stays",
  "sessions",
  "notes",
  "sheets",
  "charges",
  "claims",
] as const;
export type LifeCount = (typeof lifeCounts)[number];

/** A moment by the clock on the wall; an hour that a change of the clock leaves out becomes the one after it. */
export const momentOf = (zone: string, day: string, wall: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: wall }).toInstant();

export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

export const daysFrom = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(other).total("days");

export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Whether it is so many days before the last one; what would be on a holiday is done on the last day before it. */
export const isDaysBefore = ({ plan: { wish, daysOff }, day }: LifeDay, days: number): boolean =>
  openFrom(daysOff, dayAfter(wish.today, -days), -1) === day;

/** In care on a day, the first and the last included. */
export const runsOn = ({ admittedOn, endsOn }: LifeStay, day: string): boolean =>
  admittedOn <= day && (endsOn === null || day <= endsOn);

/** Which session of the group it is, counted from the first Monday. */
export const sessionNumber = (
  { startsOn }: LifePlan,
  { weekdays }: LifeGroup,
  day: string,
): number => {
  const days = daysFrom(startsOn, day);
  return (
    Math.floor(days / 7) * weekdays.length + weekdays.filter((one) => one < weekdayOf(day)).length
  );
};

/** Whoever has a seat in a group on a day. */
export const seatedOn = (
  { plan, house }: LifeDay,
  group: LifeGroup,
  day: string,
): readonly LifeStay[] =>
  plan.stays.filter(
    (stay) =>
      stay.group === group &&
      stay.level === "iop" &&
      runsOn(stay, day) &&
      house.stay(stay) !== undefined,
  );

export const groupOf = ({ plan, house }: LifeDay, session: LifeSession): LifeGroup | undefined =>
  session.seriesId === null
    ? undefined
    : plan.groups.find((group) => house.series(group) === session.seriesId);

/** The site that has no water for a day, and the day: somewhat before the middle. */
export const closedSite = "riverside";
const wednesday = 3;
/** A life that is shorter has none: the groups of those who were there first would be met. */
const fewestWeeks = 9;

export const closedOn = ({ startsOn, daysOff, wish: { weeks } }: LifePlan): string | null =>
  weeks < fewestWeeks
    ? null
    : openFrom(daysOff, dayAfter(startsOn, Math.floor(weeks * 0.4) * 7 + wednesday - 1), 7);

import { Temporal } from "temporal-polyfill";
import type { EndReason } from "#domain/admissions/admission-terms.ts";
import { daysOffIn, openFrom } from "#demo/holidays.ts";
import { Chance, type Weighed } from "#demo/life/chance.ts";
import { groupsFor, type LifeGroup } from "#demo/life/life-groups.ts";
import { personOf, type LifePerson } from "#demo/life/life-people.ts";
import { NameGiver } from "#demo/life/life-names.ts";

/** What a program that lives is made of; the same wish comes to the same life. */
export interface LifeWish {
  readonly seed: number;
  /** The day on which the life catches up with the calendar. */
  readonly today: string;
  readonly weeks: number;
  /** People in care at a time, besides those who were there first. */
  readonly members: number;
}

export interface LifeStay {
  readonly key: string;
  readonly person: LifePerson;
  readonly group: LifeGroup;
  /** From 0; nobody else has the seat meanwhile. */
  readonly seat: number;
  readonly level: "iop" | "outpatient";
  readonly admittedOn: string;
  /** The last day; null for somebody who is still in care. */
  readonly endsOn: string | null;
  readonly ending: EndReason | null;
  readonly isEarly: boolean;
  readonly isAgain: boolean;
}

export interface LifePlan {
  readonly wish: LifeWish;
  /** The Monday on which the program began to work with Stepwell. */
  readonly startsOn: string;
  readonly groups: readonly LifeGroup[];
  readonly people: readonly LifePerson[];
  /** Holidays from before anybody came to some weeks ahead; today is none. */
  readonly daysOff: ReadonlySet<string>;
  /** By the first day. */
  readonly stays: readonly LifeStay[];
}

/** Before the first Monday somebody has sat in every seat for long, so that people are at every week of their stay. */
const daysBefore = 200;
const mostDaysMore = 60;
/** So far ahead hours alone are planned, and more. */
const weeksAhead = 4;
const fourth = 4;

const earlyEndings: Weighed<EndReason> = [
  ["against-advice", 8],
  ["no-contact", 6],
  ["payer-financial", 2],
  ["hospitalized", 2],
  ["moved", 1],
  ["incarcerated", 1],
];
const stepsDown = 0.25;
const comesBack = 0.4;
/** Somebody who broke off comes back after so many days, if at all. */
const backAfter = { soonest: 14, latest: 75 };

type Span = Pick<LifeStay, "group" | "seat" | "admittedOn" | "isEarly" | "ending"> & {
  readonly endsOn: string;
};

type DaysOff = LifePlan["daysOff"];

/** The nearest day on which the group meets from `day` on, forwards or backwards. */
const dayOfGroup = (
  { weekdays }: LifeGroup,
  daysOff: DaysOff,
  day: Temporal.PlainDate,
  step: 1 | -1,
): Temporal.PlainDate => {
  let found = day;
  while (!weekdays.includes(found.dayOfWeek) || daysOff.has(found.toString()))
    found = found.add({ days: step });
  return found;
};

const compare = Temporal.PlainDate.compare.bind(Temporal.PlainDate);

/** A quarter leaves within five weeks; everybody else stays around nine. */
const lengthOf = (chance: Chance, isEarly: boolean, turn: number): number => {
  if (isEarly) return chance.whole(6, 34, "early", turn);
  return Math.round(Math.min(92, Math.max(44, 65 + 10 * chance.around("whole", turn))));
};

interface Seat {
  readonly group: LifeGroup;
  readonly seat: number;
  /** From when on it is empty. */
  readonly from: Temporal.PlainDate;
}

/** One in each four who come one after the other leaves early: a quarter, in few people as in many. */
const leavesEarly = (chance: Chance, turn: number): boolean =>
  turn % fourth === chance.whole(0, fourth - 1, "leaves early", Math.floor(turn / fourth));

const spanOf = (
  chance: Chance,
  daysOff: DaysOff,
  { group, seat, from }: Seat,
  turn: number,
): Span => {
  const first = dayOfGroup(group, daysOff, from, 1);
  const isEarly = leavesEarly(chance, turn);
  const last = dayOfGroup(group, daysOff, first.add({ days: lengthOf(chance, isEarly, turn) }), -1);
  const finished = chance.happens(stepsDown, "steps down", turn) ? "transfer" : "completed";
  const ending = isEarly ? chance.weighed(earlyEndings, "ending", turn) : finished;
  const dates = { admittedOn: first.toString(), endsOn: last.toString() };
  return { group, seat, ...dates, isEarly, ending };
};

const seatsOf = (chance: Chance, groups: readonly LifeGroup[], start: Temporal.PlainDate): Seat[] =>
  groups.flatMap((group) =>
    Array.from({ length: group.seats }, (_, seat) => {
      const days = daysBefore + chance.whole(0, mostDaysMore, "first", group.number, seat);
      return { group, seat, from: start.subtract({ days }) };
    }),
  );

const emptiedFirst = (seats: readonly Seat[]): number =>
  seats.reduce((best, { from }, place) => {
    const other = seats[best];
    return other !== undefined && compare(from, other.from) < 0 ? place : best;
  }, 0);

/** Everybody who sits in a seat between two days, the seats being taken in the order in which they become empty. */
const spansOf = (
  chance: Chance,
  groups: readonly LifeGroup[],
  daysOff: DaysOff,
  [start, today]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): readonly Span[] => {
  const seats = seatsOf(chance, groups, start);
  const spans: Span[] = [];
  for (let turn = 0; ; turn++) {
    const place = emptiedFirst(seats);
    const seat = seats[place];
    if (seat === undefined || compare(seat.from, today) > 0) return spans;
    const span = spanOf(chance, daysOff, seat, turn);
    const last = Temporal.PlainDate.from(span.endsOn);
    if (span.admittedOn <= today.toString() && compare(last, start) > 0) spans.push(span);
    const from = last.add({ days: chance.whole(1, 7, "empty", turn) });
    seats[place] = { ...seat, from };
  }
};

const genderOf = (chance: Chance, number: number): "woman" | "man" | "neither" =>
  chance.weighed(
    [
      ["woman", 52],
      ["man", 43],
      ["neither", 5],
    ],
    "gender",
    number,
  );

const daysFrom = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(other).total("days");

/** Somebody of the same group who broke off and has not come back yet. */
const whoComesBack = (left: LifeStay[], span: Span): LifeStay | undefined => {
  const place = left.findIndex(({ group, endsOn }) => {
    const away = endsOn === null ? 0 : daysFrom(endsOn, span.admittedOn);
    return group === span.group && away >= backAfter.soonest && away <= backAfter.latest;
  });
  return place === -1 ? undefined : left.splice(place, 1)[0];
};

/** After the groups somebody sees the therapist once a week for some weeks more; the seat is free for others. */
const stepDown = (
  chance: Chance,
  daysOff: DaysOff,
  stay: LifeStay,
  today: string,
): LifeStay | null => {
  if (stay.endsOn === null || stay.ending !== "transfer") return null;
  const after = (day: string, days: number): string =>
    openFrom(daysOff, Temporal.PlainDate.from(day).add({ days }).toString());
  const first = after(stay.endsOn, 1);
  const last = after(first, chance.whole(21, 38, "outpatient", stay.key));
  if (first > today) return null;
  const isOver = last < today;
  return {
    ...stay,
    key: `${stay.key} after`,
    level: "outpatient",
    admittedOn: first,
    endsOn: isOver ? last : null,
    ending: isOver ? "completed" : null,
    isAgain: false,
  };
};

const byFirstDay = (
  one: { admittedOn: string; seat: number; group: LifeGroup },
  other: { admittedOn: string; seat: number; group: LifeGroup },
): number =>
  one.admittedOn.localeCompare(other.admittedOn) ||
  one.group.number - other.group.number ||
  one.seat - other.seat;

/** Monday of the week in which the life begins. */
export const firstMondayOf = ({ today, weeks }: Pick<LifeWish, "today" | "weeks">): string => {
  const day = Temporal.PlainDate.from(today);
  return day
    .subtract({ days: day.dayOfWeek - 1 })
    .subtract({ weeks })
    .toString();
};

/** Who comes when into which group, and how it ends. `taken` are names of people who are there already. */
export const planLife = (wish: LifeWish, taken: readonly string[] = []): LifePlan => {
  const chance = new Chance(wish.seed);
  const startsOn = firstMondayOf(wish);
  const groups = groupsFor(wish.members);
  const [start, today] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(wish.today)];
  const daysOff = daysOffIn({
    from: start.subtract({ days: daysBefore + mostDaysMore }).toString(),
    to: today.add({ weeks: weeksAhead }).toString(),
    today: wish.today,
  });
  const spans = spansOf(chance, groups, daysOff, [start, today]).toSorted(byFirstDay);
  const names = new NameGiver(chance, taken);
  const people: LifePerson[] = [];
  const stays: LifeStay[] = [];
  const left: LifeStay[] = [];
  for (const [place, span] of spans.entries()) {
    const before = chance.happens(comesBack, "comes back", place)
      ? whoComesBack(left, span)
      : undefined;
    const number = people.length;
    const gender = genderOf(chance, number);
    const person =
      before?.person ??
      personOf(chance, {
        number,
        gender,
        name: names.next(number, gender),
        group: span.group,
        on: span.admittedOn,
      });
    if (before === undefined) people.push(person);
    const isRunning = span.endsOn >= wish.today;
    const stay: LifeStay = {
      ...span,
      key: `${span.group.number}-${span.seat}-${span.admittedOn}`,
      person,
      level: "iop",
      endsOn: isRunning ? null : span.endsOn,
      ending: isRunning ? null : span.ending,
      isAgain: before !== undefined,
    };
    stays.push(stay);
    if (!isRunning && stay.isEarly && stay.ending !== "moved") left.push(stay);
  }
  const after = stays.flatMap((stay) => stepDown(chance, daysOff, stay, wish.today) ?? []);
  return {
    wish,
    startsOn,
    groups,
    people,
    daysOff,
    stays: [...stays, ...after].toSorted(byFirstDay),
  };
};

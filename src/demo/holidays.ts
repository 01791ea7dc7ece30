import { Temporal } from "temporal-polyfill";

interface Holiday {
  readonly day: string;
  readonly name: string;
}

/** From one day to another, both included, as it is seen on a day. */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

const [monday, thursday, saturday, sunday] = [1, 4, 6, 7];

/** The first, second … of a weekday in a month. */
const nth = (
  [year, month]: readonly [number, number],
  weekday: number,
  place: number,
): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (place - 1) });
};

const lastMondayOfMay = (year: number): Temporal.PlainDate => {
  const last = Temporal.PlainDate.from({ year, month: 5, day: 31 });
  return last.subtract({ days: last.dayOfWeek - monday });
};

/** A Saturday is kept on the Friday before it (5 U.S.C. 6103(b)), a Sunday on the Monday after it (Executive Order 11582). */
const kept = (day: Temporal.PlainDate): Temporal.PlainDate => {
  if (day.dayOfWeek === saturday) return day.subtract({ days: 1 });
  return day.dayOfWeek === sunday ? day.add({ days: 1 }) : day;
};

const fixed = (year: number, month: number, day: number): Temporal.PlainDate =>
  kept(Temporal.PlainDate.from({ year, month, day }));

/**
 * The days on which most outpatient practices of the United States are closed: of the holidays of 5 U.S.C. 6103(a) the six that
 * hardly anybody works on, and, as is the custom, the Friday after Thanksgiving.
 */
const holidaysOf = (year: number): readonly (readonly [string, Temporal.PlainDate])[] => {
  const thanksgiving = nth([year, 11], thursday, 4);
  return [
    ["New Year's Day", fixed(year, 1, 1)],
    ["Memorial Day", lastMondayOfMay(year)],
    ["Independence Day", fixed(year, 7, 4)],
    ["Labor Day", nth([year, 9], monday, 1)],
    ["Thanksgiving Day", thanksgiving],
    ["Day after Thanksgiving", thanksgiving.add({ days: 1 })],
    ["Christmas Day", fixed(year, 12, 25)],
  ];
};

/** The holidays from one day to another, both included, in their order, each on the weekday on which it is kept. */
export const holidaysBetween = (from: string, to: string): readonly Holiday[] => {
  const first = Temporal.PlainDate.from(from).year;
  // New Year's Day may be kept on the last day of the year before.
  const years = Temporal.PlainDate.from(to).year - first + 2;
  return Array.from({ length: years }, (_, place) => holidaysOf(first + place))
    .flat()
    .map(([name, day]) => ({ name, day: day.toString() }))
    .filter(({ day }) => from <= day && day <= to);
};

/** The holidays of a season on which the demo's houses are closed. Today never is: whoever tries the demo on a holiday needs a group that is on. */
export const holidaysOff = ({ from, to, today }: Season): readonly Holiday[] =>
  holidaysBetween(from, to).filter(({ day }) => day !== today);

export const daysOffIn = (season: Season): ReadonlySet<string> =>
  new Set(holidaysOff(season).map(({ day }) => day));

/** The day itself, or the first one after it, in steps of so many days, that is no day off. */
export const openFrom = (daysOff: ReadonlySet<string>, day: string, step = 1): string =>
  daysOff.has(day)
    ? openFrom(daysOff, Temporal.PlainDate.from(day).add({ days: step }).toString(), step)
    : day;

/** The day itself, or the last one before it, on which an office works: no weekend and no holiday. */
export const workingDayBy = (day: Temporal.PlainDate): Temporal.PlainDate => {
  const on = day.toString();
  const isOff = day.dayOfWeek >= saturday || holidaysBetween(on, on).length > 0;
  return isOff ? workingDayBy(day.subtract({ days: 1 })) : day;
};

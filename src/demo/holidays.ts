import { Temporal } from "temporal-polyfill";
import { federalHolidaysOf, type Holiday } from "#domain/basics/federal-holidays.ts";

/** From one day to another, both included, as it is seen on a day. */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

const saturday = 6;

/** Of the federal holidays the six that hardly anybody works on. */
const keptByAll: ReadonlySet<string> = new Set([
  "New Year's Day",
  "Memorial Day",
  "Independence Day",
  "Labor Day",
  "Thanksgiving Day",
  "Christmas Day",
]);

const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The days on which most outpatient practices of the United States are closed: with them, as is the custom, the Friday after Thanksgiving. */
const holidaysOf = (year: number): readonly Holiday[] =>
  federalHolidaysOf(year)
    .filter(({ name }) => keptByAll.has(name))
    .flatMap((holiday) =>
      holiday.name === "Thanksgiving Day"
        ? [holiday, { name: "Day after Thanksgiving", day: nextDay(holiday.day) }]
        : [holiday],
    );

/** The holidays from one day to another, both included, in their order, each on the weekday on which it is kept. */
export const holidaysBetween = (from: string, to: string): readonly Holiday[] => {
  const first = Temporal.PlainDate.from(from).year;
  // New Year's Day may be kept on the last day of the year before.
  const years = Temporal.PlainDate.from(to).year - first + 2;
  return Array.from({ length: years }, (_, place) => holidaysOf(first + place))
    .flat()
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

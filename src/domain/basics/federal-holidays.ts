import { Temporal } from "temporal-polyfill";

export interface Holiday {
  /** The weekday on which it is kept. */
  readonly day: string;
  readonly name: string;
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
 * The eleven legal public holidays of 5 U.S.C. 6103(a) that belong to a year, in their order. A New Year's Day may be kept on
 * the last day of the year before.
 */
export const federalHolidaysOf = (year: number): readonly Holiday[] => {
  const days: readonly (readonly [string, Temporal.PlainDate])[] = [
    ["New Year's Day", fixed(year, 1, 1)],
    ["Birthday of Martin Luther King, Jr.", nth([year, 1], monday, 3)],
    ["Washington's Birthday", nth([year, 2], monday, 3)],
    ["Memorial Day", lastMondayOfMay(year)],
    ["Juneteenth National Independence Day", fixed(year, 6, 19)],
    ["Independence Day", fixed(year, 7, 4)],
    ["Labor Day", nth([year, 9], monday, 1)],
    ["Columbus Day", nth([year, 10], monday, 2)],
    ["Veterans Day", fixed(year, 11, 11)],
    ["Thanksgiving Day", nth([year, 11], thursday, 4)],
    ["Christmas Day", fixed(year, 12, 25)],
  ];
  return days.map(([name, day]) => ({ name, day: day.toString() }));
};

/** Whether offices work on this day: no weekend and no federal holiday. */
export const isWorkingDay = (day: Temporal.PlainDate): boolean => {
  if (day.dayOfWeek >= saturday) return false;
  const on = day.toString();
  return ![day.year, day.year + 1].some((year) =>
    federalHolidaysOf(year).some((holiday) => holiday.day === on),
  );
};

import { daysBetween } from "#domain/basics/civil-date.ts";

const longestLifeInYears = 125;

/** Why nobody in care can be born on this day, or null. */
export const birthDateProblem = (
  birthDate: string,
  today: string,
): "born-in-future" | "born-too-long-ago" | null => {
  if (daysBetween(today, birthDate) > 0) return "born-in-future";
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > longestLifeInYears
    ? "born-too-long-ago"
    : null;
};

/** Whole years of life on a day. Somebody born on February 29 becomes older on March 1 in other years. */
export const ageOn = (birthDate: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

import type { WeekKind } from "#domain/programs/week.ts";
import { sayDate } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { isDay } from "#web/platform/typed-day.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** The day on which the next week of a kind begins; the next day where weeks have no day of their own. */
const nextWeekStart = (week: WeekKind, after: string): string => {
  const weekday = new Date(`${after}T00:00:00Z`).getUTCDay();
  const days = week === "sunday" ? 7 - weekday : week === "monday" ? (8 - weekday) % 7 || 7 : 1;
  return addDays(after, days);
};

/** The day on which a version may begin at the earliest without parting a week: after today, and after the newest begins. */
export const firstStart = (
  week: WeekKind,
  newest: { readonly effectiveFrom: string } | null,
  today: string,
): string => {
  const isAhead = newest !== null && newest.effectiveFrom > today;
  return nextWeekStart(week, isAhead ? newest.effectiveFrom : today);
};

/** Why no version can begin on this day, told before the server is asked. */
export const startProblem = (
  from: string,
  newest: { readonly effectiveFrom: string } | null,
  today: string,
): FieldProblems => {
  if (from === "") return {};
  if (from < today) return { effectiveFrom: { code: "in-the-past" } };
  if (newest !== null && from <= newest.effectiveFrom)
    return {
      effectiveFrom: { code: "follows-later", values: { from: sayDate(newest.effectiveFrom) } },
    };
  return {};
};

/** The day from which a version would hold, as it is said; null while no whole day is typed. */
export const startSaid = (from: string): string | null => (isDay(from) ? sayDate(from) : null);

import type { WeekKind } from "#domain/programs/week.ts";
import { sayDate } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { isDay } from "#web/platform/typed-day.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** The day on which the next week of a kind begins; tomorrow where weeks have no day of their own. */
export const nextWeekStart = (week: WeekKind, today: string): string => {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = week === "sunday" ? 7 - weekday : week === "monday" ? (8 - weekday) % 7 || 7 : 1;
  return addDays(today, days);
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

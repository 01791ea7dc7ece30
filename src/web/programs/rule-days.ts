import type { WeekKind } from "#domain/programs/week.ts";
import { sayDate } from "#web/platform/dates.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

const msPerDay = 86_400_000;

/** The day on which the next week of a kind begins; tomorrow where weeks have no day of their own. */
export const nextWeekStart = (week: WeekKind, today: string): string => {
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const weekday = new Date(midnight).getUTCDay();
  const days = week === "sunday" ? 7 - weekday : week === "monday" ? (8 - weekday) % 7 || 7 : 1;
  return new Date(midnight + days * msPerDay).toISOString().slice(0, 10);
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

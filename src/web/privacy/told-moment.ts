import { momentOn } from "#web/platform/dates.ts";
import { isDay } from "#web/platform/typed-day.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

interface Typed {
  readonly day: string;
  readonly hour: string;
}

/** The present on the wall of the place. */
interface Present {
  readonly now: Date;
  readonly today: string;
  readonly zone: string;
}

/** Whether somebody could have been told then: beside the day where that lies ahead, else beside the hour. */
export const toldMomentProblem = (
  { day, hour }: Typed,
  { now, today, zone }: Present,
): FieldProblems => {
  if (day === "" || hour === "") return {};
  if (!isDay(day)) return { day: { code: "not-a-date" } };
  if (momentOn(day, hour, zone) <= now) return {};
  const ahead = { code: "in-the-future" };
  return day > today ? { day: ahead } : { hour: ahead };
};

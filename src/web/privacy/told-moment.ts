import { dayAt, momentOn } from "#web/platform/dates.ts";
import { isDay } from "#web/platform/typed-day.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

interface Typed {
  readonly day: string;
  readonly hour: string;
}

/** Whether somebody could have been told then: beside the day where that lies ahead, else beside the hour. */
export const toldMomentProblem = ({ day, hour }: Typed, zone: string, now: Date): FieldProblems => {
  if (day === "" || hour === "") return {};
  if (!isDay(day)) return { day: { code: "not-a-date" } };
  if (momentOn(day, hour, zone) <= now) return {};
  const ahead = { code: "in-the-future" };
  return day > dayAt(now, zone) ? { day: ahead } : { hour: ahead };
};

import { Temporal } from "temporal-polyfill";
import { weekOf } from "#domain/programs/week.ts";
import type { Lifting } from "#domain/scheduling/closure.ts";
import { runsOn } from "#domain/scheduling/membership.ts";
import { weekHoursOf } from "#domain/scheduling/week-hours.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import type { Work } from "#server/platform/work.ts";
import { listHourRules } from "#server/programs/hour-rule.service.ts";
import { closedDays, type StandingClosure } from "#server/scheduling/closure.queries.ts";
import { floorsOf, readStays } from "#server/scheduling/hours.service.ts";

export type WeeksReopened = Pick<Lifting, "whole" | "short" | "stillClosed">;

const daysFrom = (from: string, to: string): readonly string[] => {
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: first.until(to).days + 1 }, (_, days) =>
    first.add({ days }).toString(),
  );
};

/** What lifting a closure, which stands yet, makes of the weeks of its days: an old week is judged anew then. */
export const weeksReopened = async (
  work: Work,
  closure: StandingClosure,
): Promise<WeeksReopened> => {
  const { siteId, startsOn, endsOn } = closure;
  const today = await todayOf(work);
  const others = await closedDays(work, siteId, closure.id);
  const staysClosed = (day: string) => others.some((one) => runsOn(one, day));
  const weeks = Map.groupBy(
    daysFrom(startsOn, endsOn),
    (day) => weekOf("monday", day, day).startsOn,
  );
  const [whole, short] = [new Set<string>(), new Set<string>()];
  const stillClosed = new Set<string>();
  for (const [monday, [on = monday]] of weeks) {
    for (const day of daysFrom(monday, weekOf("monday", monday, monday).endsOn))
      if (staysClosed(day)) stillClosed.add(day);
    const floors = floorsOf((await listHourRules(work, { on })).rows);
    for (const stay of await readStays(work, { patientIds: null, on, siteId })) {
      if (stay.admittedOn > on || (stay.endedOn ?? on) < on) continue;
      const isClosed = (day: string) => day < startsOn || day > endsOn || staysClosed(day);
      const before = weekHoursOf(stay, floors, on);
      const after = weekHoursOf({ ...stay, closedOn: stay.closedOn.filter(isClosed) }, floors, on);
      if (before.standing !== "variance" || after.standing === "variance") continue;
      whole.add(stay.patientId);
      if (after.standing === "short" && after.endsOn < today) short.add(stay.patientId);
    }
  }
  return { whole: whole.size, short: short.size, stillClosed: [...stillClosed].toSorted() };
};

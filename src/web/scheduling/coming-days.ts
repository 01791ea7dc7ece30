import type { Closure } from "#domain/scheduling/closure.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { addDays } from "#web/platform/days.ts";

const sunday = 7;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || sunday;

/** A day on which a group would meet if its site were open, with why it is not. */
export interface ClosedMeeting {
  readonly day: string;
  readonly closures: readonly Closure[];
}

/**
 * The days of a span on which a group would meet and none of its sessions stands, because its site is closed: a day that
 * is missing without a word looks like a mistake.
 */
export const closedMeetings = (
  { weekdays, startsOn, endsOn }: Pick<Series, "weekdays" | "startsOn" | "endsOn">,
  span: { readonly from: string; readonly to: string },
  planned: readonly { readonly serviceDate: string }[],
  closuresOf: (day: string) => readonly Closure[],
): readonly ClosedMeeting[] => {
  const said = new Set(planned.map(({ serviceDate }) => serviceDate));
  const found: ClosedMeeting[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (day < startsOn || (endsOn !== null && day > endsOn)) continue;
    if (said.has(day) || !weekdays.includes(weekdayOf(day))) continue;
    const closures = closuresOf(day);
    if (closures.length > 0) found.push({ day, closures });
  }
  return found;
};

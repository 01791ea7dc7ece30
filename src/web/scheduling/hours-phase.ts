import { weeksMadeAhead } from "#domain/scheduling/series.ts";
import { addDays } from "#web/platform/days.ts";

/** `far`: sessions of that week are not all in the calendar yet. */
export type Phase = "over" | "now" | "coming" | "far";

/** Where a week lies, as seen from today: seats are offered in it, or nothing more comes. */
export const phaseOf = (
  week: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): Phase => {
  if (week.endsOn < today) return "over";
  if (week.startsOn <= today) return "now";
  return week.endsOn > addDays(today, weeksMadeAhead * 7) ? "far" : "coming";
};

import type { Chart } from "#domain/charting/chart.ts";
import type { Goal } from "#domain/charting/goal.ts";

/** A plan is of the stays that run: what was planned for one that ended is history, however alike its words are. */
export const goalsByStay = ({
  goals,
  enrollments,
}: {
  readonly goals: readonly Goal[];
  readonly enrollments: readonly Pick<Chart["enrollments"][number], "id" | "endedOn">[];
}): {
  readonly current: readonly Goal[];
  readonly ended: readonly Goal[];
} => {
  const over = new Set(enrollments.filter(({ endedOn }) => endedOn !== null).map(({ id }) => id));
  return {
    current: goals.filter(({ enrollmentId }) => !over.has(enrollmentId)),
    ended: goals.filter(({ enrollmentId }) => over.has(enrollmentId)),
  };
};

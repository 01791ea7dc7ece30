import { weekOf, type WeekKind } from "#domain/programs/week.ts";

/** What a make-up is judged by: its day, the hour rule of the stay on that day, and those before it that were credited. */
export interface MakeUp {
  readonly serviceDate: string;
  readonly admittedOn: string;
  /** Where a week begins; null where no rule is in force. */
  readonly week: WeekKind | null;
  /** Null where the rule says nothing of make-ups. */
  readonly mostMakeUps: number | null;
  /** Days of the stay's make-ups before this one that were credited, one for each. */
  readonly creditedBefore: readonly string[];
}

/**
 * True for a make-up beyond those that count in its week. It counts in the week in which it was attended, never in that of the
 * missed session; whoever came first in the week is credited, whenever it was written down.
 */
export const isOverLimit = (one: MakeUp): boolean => {
  if (one.mostMakeUps === null || one.week === null) return false;
  const { startsOn, endsOn } = weekOf(one.week, one.serviceDate, one.admittedOn);
  const inWeek = one.creditedBefore.filter((day) => startsOn <= day && day <= endsOn);
  return inWeek.length >= one.mostMakeUps;
};

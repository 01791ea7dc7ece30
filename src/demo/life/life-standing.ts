import { dayAfter, type LifeDay } from "#demo/life/life-day.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";

/** Whose papers something happens to: grown up, in groups for three weeks at least and still in care on the last day. */
export const standing = ({ plan }: LifeDay): readonly LifeStay[] =>
  plan.stays.filter(
    ({ endsOn, level, admittedOn, person, group }) =>
      endsOn === null &&
      level === "iop" &&
      group.theme !== "young" &&
      person.parentGivenName === null &&
      admittedOn <= dayAfter(plan.wish.today, -21),
  );

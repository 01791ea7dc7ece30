import { z } from "zod";
import type { DemoProgress } from "#domain/operations/demo-progress.ts";
import { dayAfter, daysFrom } from "#demo/life/life-day.ts";
import { readMarks } from "#demo/life/life-mark.queries.ts";
import { firstMondayOf, type LifeWish } from "#demo/life/life-plan.ts";
import type { Work } from "#server/platform/work.ts";

const said = z.object({ to: z.union([z.string(), z.number()]) });
const orderRead = z
  .object({ seed: said, today: said, weeks: said, members: said, until: said, taken: said })
  .transform(({ seed, today, weeks, members, until, taken }) => ({
    seed: z.number().parse(seed.to),
    today: z.string().parse(today.to),
    weeks: z.number().parse(weeks.to),
    members: z.number().parse(members.to),
    until: z.string().parse(until.to),
    taken: z.string().parse(taken.to).split("|"),
  }));

/** The order of a life as its first mark keeps it. */
export const readOrder = (kept: unknown) => orderRead.parse(kept);

/** How many days a life has, the first and the last included. */
export const daysOf = (wish: Pick<LifeWish, "today" | "weeks">): number =>
  daysFrom(firstMondayOf(wish), wish.today) + 1;

const daysOfWeek = 7;

/** Where a life is that goes on; null where there is none, or no day left of it. */
export const readLifeProgress = async (work: Work): Promise<DemoProgress | null> => {
  const marks = await readMarks(work);
  if (marks === undefined) return null;
  const order = readOrder(marks.wish);
  const lived = marks.last - 1;
  const of = daysOf(order);
  if (lived >= of) return null;
  return {
    week: Math.floor(lived / daysOfWeek) + 1,
    weeks: Math.ceil(of / daysOfWeek),
    day: lived === 0 ? null : dayAfter(firstMondayOf(order), lived - 1),
  };
};

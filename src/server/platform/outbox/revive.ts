import { overdueBefore } from "#domain/basics/overdue.ts";
import { announce } from "#server/platform/live/announce.ts";
import { mostAttempts } from "#server/platform/outbox/outbox.ts";
import { reviveOverdue } from "#server/platform/outbox/outbox.queries.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Puts the overdue errands of this organization back into the queue: a killed process leaves its jobs locked there
 * for hours. One whose delivery still runs is left alone. Answers how many.
 */
export const reviveErrands = async (work: Work): Promise<number> => {
  const ids = await reviveOverdue(work.tx, work.organizationId, {
    now: work.now.toString(),
    overdueBefore: overdueBefore(work.now).toString(),
    mostAttempts,
  });
  const [first] = ids;
  // Screens fetch the whole list whichever errand changed, so one of them is enough.
  if (first !== undefined) announce(work, "errand", first);
  return ids.length;
};

import { lockDueErrands, markAllDelivered } from "#server/platform/outbox/due-errands.queries.ts";
import type { Errand } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

/** Carries out many errands at once, as of the moment of the work. */
interface ErrandBatch {
  readonly kinds: readonly string[];
  handle(work: Work, errands: readonly Errand[]): Promise<void>;
}

/**
 * Carries out, in this transaction, what is due by the moment of the work: for whoever works at a time that is not the clock's. The
 * worker finds these errands delivered and does nothing. Answers how many there were.
 */
export const deliverDue = async (work: Work, batches: readonly ErrandBatch[]): Promise<number> => {
  let delivered = 0;
  for (const batch of batches) {
    const errands = await lockDueErrands(work, batch.kinds);
    if (errands.length === 0) continue;
    await batch.handle(work, errands);
    await markAllDelivered(
      work,
      errands.map(({ id }) => id),
    );
    delivered += errands.length;
  }
  return delivered;
};

import type { Work } from "#server/platform/work.ts";
import { afterCommit, inOneExchange } from "#server/db/transaction.ts";
import { insertErrand, placesFor } from "#server/platform/outbox/outbox.queries.ts";
import { soon } from "#server/db/soon.ts";

/** Something that must happen after this transaction, once it has committed: a letter, a recomputation. */
export interface Errand {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Who carries out errands of one kind. May run more than once for the same errand: it must not matter. */
export interface ErrandHandler {
  readonly kind: string;
  handle(work: Work, errand: Errand): Promise<void>;
}

/** Tries with pauses of e, e², e³ … seconds between them: the twelfth comes about a day after the first. */
export const mostAttempts = 12;

interface Waiting {
  readonly organizationId: string;
  readonly id: string;
  readonly due: string;
}

/** What gets no place in the queue is found as every overdue errand is. */
const queueSoon = soon<Waiting>(async (pool, waiting) => {
  for (const [organizationId, errands] of Map.groupBy(waiting, (one) => one.organizationId))
    await inOneExchange(pool, { organizationId, accountId: null }, [
      placesFor(errands, mostAttempts),
    ]);
});

/** Gives an errand of this transaction its place in the queue once it has been committed; without `due` at once. */
export const queueAfterCommit = (
  { tx, organizationId, now }: Work,
  id: string,
  due = now.toString(),
): void => afterCommit(tx, (pool) => queueSoon(pool, { organizationId, id, due }));

/** Writes an errand into this transaction; it is carried out soon after the commit, or at `runAt`. Answers its id. */
export const enqueue = async (
  work: Work,
  errand: {
    readonly kind: string;
    readonly recordId?: string;
    /** Ids and codes only: the outbox is read by operators. */
    readonly payload?: Readonly<Record<string, string | number | boolean | null>>;
    readonly runAt?: string;
  },
): Promise<string> => {
  const id = work.newId();
  const now = work.now.toString();
  const row = {
    organizationId: work.organizationId,
    id,
    kind: errand.kind,
    recordId: errand.recordId ?? null,
    payload: JSON.stringify(errand.payload ?? {}),
    createdAt: now,
    createdBy: work.actor.name,
    nextAttemptAt: errand.runAt ?? null,
  };
  await insertErrand(work.tx, row);
  queueAfterCommit(work, id, errand.runAt);
  return id;
};

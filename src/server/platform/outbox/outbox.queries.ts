import { sql, type RawBuilder } from "kysely";
import type { Step } from "#server/db/exchange.ts";
import type { Tx } from "#server/db/transaction.ts";

export interface NewErrand {
  readonly organizationId: string;
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly payload: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Null for at once. */
  readonly nextAttemptAt: string | null;
}

export const insertErrand = async (tx: Tx, errand: NewErrand): Promise<void> => {
  await tx.insertInto("stepwell.outbox").values(errand).execute();
};

/**
 * Gives errands of the organization of a transaction their places in the queue, as one statement of it. Its commit does not wait for
 * the disk: the errands themselves are safe, and what lost its place is found as every overdue errand is.
 */
export const placesFor = (
  errands: readonly { readonly id: string; readonly due: string }[],
  mostAttempts: number,
): Step => ({
  text: "select stepwell.enqueue_deliveries($1::uuid[], $2::timestamptz[], $3::integer[]), set_config('synchronous_commit', 'off', true)",
  values: [
    errands.map(({ id }) => id),
    errands.map(({ due }) => due),
    errands.map(() => mostAttempts),
  ],
});

/** True for an errand `o` whose time came before this moment. */
export const isDueBefore = (moment: string): RawBuilder<unknown> =>
  sql`coalesce(o.next_attempt_at, o.created_at) < ${moment}::timestamptz`;

/**
 * Puts errands back into the queue, due now, that are overdue and that no delivery holds: with the attempts they
 * have left. The key of the job makes it the only one of its errand that is tried again. Answers their ids.
 */
export const reviveOverdue = async (
  tx: Tx,
  organizationId: string,
  {
    now,
    overdueBefore,
    mostAttempts,
  }: { now: string; overdueBefore: string; mostAttempts: number },
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with again as (
      update stepwell.outbox o set next_attempt_at = ${now}
       where o.organization_id = ${organizationId}
         and o.id in (select o.id from stepwell.outbox o
                       where o.organization_id = ${organizationId}
                         and o.delivered_at is null and o.failed_at is null and ${isDueBefore(overdueBefore)}
                       for update skip locked)
      returning o.id, o.attempts
    )
    select again.id,
           stepwell.enqueue_delivery(again.id, ${now}, greatest(1, ${mostAttempts}::int - again.attempts))
      from again`.execute(tx);
  return rows.map((row) => row.id);
};

/** The errand, locked for this delivery; undefined also where another delivery holds it, so that none is doubled. */
export const lockErrand = (tx: Tx, organizationId: string, id: string) =>
  tx
    .selectFrom("stepwell.outbox")
    .select(["id", "kind", "recordId", "payload", "attempts", "deliveredAt"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const markDelivered = async (
  tx: Tx,
  organizationId: string,
  id: string,
  at: string,
): Promise<void> => {
  await tx
    .updateTable("stepwell.outbox")
    .set((eb) => ({
      deliveredAt: at,
      attemptedAt: at,
      attempts: eb("attempts", "+", 1),
      nextAttemptAt: null,
      failedAt: null,
      lastProblem: null,
    }))
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .execute();
};

export const markAttempt = async (
  tx: Tx,
  organizationId: string,
  id: string,
  attempt: { at: string; problem: string; nextAttemptAt: string | null },
): Promise<void> => {
  await tx
    .updateTable("stepwell.outbox")
    .set((eb) => ({
      attempts: eb("attempts", "+", 1),
      attemptedAt: attempt.at,
      lastProblem: attempt.problem,
      nextAttemptAt: attempt.nextAttemptAt,
      failedAt: attempt.nextAttemptAt === null ? attempt.at : null,
    }))
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .where("deliveredAt", "is", null)
    .execute();
};

import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

export interface NewErrand {
  readonly organizationId: string;
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly payload: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Puts the errand and its job into the queue with one statement. */
export const insertErrand = async (
  tx: Tx,
  errand: NewErrand,
  due: string,
  mostAttempts: number,
): Promise<void> => {
  await tx.insertInto("stepwell.outbox").values(errand).execute();
  await enqueueDelivery(tx, errand.id, due, mostAttempts);
};

// organization_id is taken from the transaction's own setting and checked against the errand.
export const enqueueDelivery = async (
  tx: Tx,
  errandId: string,
  due: string,
  mostAttempts: number,
): Promise<void> => {
  await sql`select stepwell.enqueue_delivery(${errandId}, ${due}, ${mostAttempts})`.execute(tx);
};

/** The errand, locked for this delivery; two workers never deliver the same one at once. */
export const lockErrand = (tx: Tx, organizationId: string, id: string) =>
  tx
    .selectFrom("stepwell.outbox")
    .select(["id", "kind", "recordId", "payload", "attempts", "deliveredAt"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .forUpdate()
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

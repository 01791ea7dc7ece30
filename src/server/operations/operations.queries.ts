import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";
import { isDueBefore } from "#server/platform/outbox/outbox.queries.ts";

export interface ErrandCounts {
  readonly waiting: number;
  readonly retrying: number;
  readonly failed: number;
}

/** Errands that are not delivered, by how they stand. */
export const countUndelivered = async (tx: Tx, organizationId: string): Promise<ErrandCounts> => {
  const { rows } = await sql<ErrandCounts>`
    select count(*) filter (where o.failed_at is null and o.attempts = 0) as waiting,
           count(*) filter (where o.failed_at is null and o.attempts > 0) as retrying,
           count(*) filter (where o.failed_at is not null) as failed
      from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.delivered_at is null`.execute(tx);
  return rows[0] ?? { waiting: 0, retrying: 0, failed: 0 };
};

/** Errands made since a moment, and how many of them are delivered. */
export const countSince = async (
  tx: Tx,
  organizationId: string,
  since: string,
): Promise<{ created: number; delivered: number }> => {
  const { rows } = await sql<{ created: number; delivered: number }>`
    select count(*) as created, count(o.delivered_at) as delivered
      from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.created_at >= ${since}`.execute(tx);
  return rows[0] ?? { created: 0, delivered: 0 };
};

/** Since when the first was given up, and how many are due for too long. */
export const readStuck = async (tx: Tx, organizationId: string, overdueBefore: string) => {
  const { rows } = await sql<{
    failedSince: string | null;
    overdue: number;
    overdueSince: string | null;
  }>`
    select min(o.failed_at) as failed_since,
           count(*) filter (where o.failed_at is null and ${isDueBefore(overdueBefore)}) as overdue,
           min(coalesce(o.next_attempt_at, o.created_at))
             filter (where o.failed_at is null and ${isDueBefore(overdueBefore)}) as overdue_since
      from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.delivered_at is null`.execute(tx);
  return rows[0] ?? { failedSince: null, overdue: 0, overdueSince: null };
};

import { sql, type RawBuilder } from "kysely";
import type { ErrandState } from "#domain/operations/errand.ts";
import type { Tx } from "#server/db/transaction.ts";
import { isDueBefore } from "#server/platform/outbox/outbox.queries.ts";
import type { TimePlace } from "#server/platform/time-cursor.ts";

export interface ErrandRow {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly attempts: number;
  readonly attemptedAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly deliveredAt: string | null;
  readonly failedAt: string | null;
  readonly lastProblem: string | null;
}

const columns = sql`o.id, o.kind, o.record_id, o.created_at, o.created_by, o.attempts, o.attempted_at,
  o.next_attempt_at, o.delivered_at, o.failed_at, o.last_problem`;

// The same decision as errandStateOf, in the words of the index of undelivered errands.
const inState: Readonly<Record<ErrandState, RawBuilder<unknown>>> = {
  waiting: sql`o.delivered_at is null and o.failed_at is null and o.attempts = 0`,
  retrying: sql`o.delivered_at is null and o.failed_at is null and o.attempts > 0`,
  failed: sql`o.delivered_at is null and o.failed_at is not null`,
  delivered: sql`o.delivered_at is not null`,
};

/** One page of the errands in a state, newest first. */
export const selectErrands = async (
  tx: Tx,
  organizationId: string,
  state: ErrandState,
  page: { readonly after: TimePlace | undefined; readonly limit: number },
): Promise<ErrandRow[]> => {
  const { after } = page;
  const rest =
    after === undefined ? sql`` : sql`and (o.created_at, o.id) < (${after.at}, ${after.id})`;
  const { rows } = await sql<ErrandRow>`
    select ${columns} from stepwell.outbox o
     where o.organization_id = ${organizationId} and ${inState[state]} ${rest}
     order by o.created_at desc, o.id desc
     limit ${page.limit}`.execute(tx);
  return rows;
};

/** How many errands are in a state; stops counting at `most`. */
export const countErrands = async (
  tx: Tx,
  organizationId: string,
  state: ErrandState,
  most: number,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
      from (select from stepwell.outbox o
             where o.organization_id = ${organizationId} and ${inState[state]}
             order by o.created_at desc limit ${most}) as found`.execute(tx);
  return rows[0]?.count ?? 0;
};

export const findErrand = async (
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<ErrandRow | undefined> => {
  const { rows } = await sql<ErrandRow>`
    select ${columns} from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.id = ${id}`.execute(tx);
  return rows[0];
};

interface Repetition {
  readonly organizationId: string;
  /** ISO 8601, UTC: when the next attempt is due. */
  readonly due: string;
  /** ISO 8601, UTC: what was due before lost its place in the queue. */
  readonly overdueBefore: string;
  readonly mostAttempts: number;
}

const begunAnew = (due: string) =>
  sql`attempts = 0, failed_at = null, last_problem = null, next_attempt_at = ${due}`;

/**
 * Begins a stuck errand anew and puts its job back into the queue. A delivery under way is waited for; answers
 * undefined where nothing was stuck any more.
 */
export const repeatStuck = async (
  tx: Tx,
  id: string,
  { organizationId, due, overdueBefore, mostAttempts }: Repetition,
): Promise<ErrandRow | undefined> => {
  const { rows } = await sql<ErrandRow>`
    with again as (
      update stepwell.outbox o set ${begunAnew(due)}
       where o.organization_id = ${organizationId} and o.id = ${id}
         and o.delivered_at is null
         and (o.failed_at is not null or o.attempts > 0 or ${isDueBefore(overdueBefore)})
      returning ${columns}
    )
    select again.*, stepwell.enqueue_delivery(again.id, ${due}, ${mostAttempts}) from again`.execute(
    tx,
  );
  return rows[0];
};

/** The same for errands that were given up, oldest first, at most `most`; answers their ids. */
export const repeatFailed = async (
  tx: Tx,
  most: number,
  { organizationId, due, mostAttempts }: Repetition,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with again as (
      update stepwell.outbox o set ${begunAnew(due)}
       where o.organization_id = ${organizationId}
         and o.id in (select f.id from stepwell.outbox f
                       where f.organization_id = ${organizationId}
                         and f.delivered_at is null and f.failed_at is not null
                       order by f.created_at, f.id
                       limit ${most} for update)
      returning o.id
    )
    select again.id, stepwell.enqueue_delivery(again.id, ${due}, ${mostAttempts}) from again`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

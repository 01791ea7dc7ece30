import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { auditRows } from "#server/platform/audit/audit.queries.ts";

export interface KeyRow {
  readonly accountId: string;
  readonly requestHash: Buffer;
  readonly status: number | null;
  readonly response: unknown;
}

/**
 * Claims a key for this request. A request with the same key that is under way elsewhere is waited for.
 * Answers true for the first, false for a repetition.
 */
export const claimKey = async (
  tx: Tx,
  key: { organizationId: string; id: string; accountId: string; requestHash: Buffer; at: string },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into stepwell.idempotency_key (organization_id, id, account_id, request_hash, created_at)
    values (${key.organizationId}, ${key.id}, ${key.accountId}, ${key.requestHash}, ${key.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

export const findKey = (tx: Tx, organizationId: string, id: string): Promise<KeyRow | undefined> =>
  tx
    .selectFrom("stepwell.idempotencyKey")
    .select(["accountId", "requestHash", "status", "response"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();

/**
 * Keeps the answer of a state change and writes its line in the trail, with one statement: a change that two more round trips
 * follow is felt by whoever waits for it.
 */
export const keepAnswer = async (
  tx: Tx,
  key: { readonly organizationId: string; readonly id: string },
  answer: { readonly status: number; readonly response: unknown },
  line: AuditEvent,
): Promise<void> => {
  await sql`
    with kept as (
      update stepwell.idempotency_key
         set status = ${answer.status}, response = ${JSON.stringify(answer.response)}::jsonb
       where organization_id = ${key.organizationId} and id = ${key.id}
    )
    select stepwell.write_audit(${auditRows([line])}::json)`.execute(tx);
};

/** Forgets answered keys older than a day: no client repeats that late. */
export const forgetKeys = async (tx: Tx, organizationId: string, before: string): Promise<void> => {
  await tx
    .deleteFrom("stepwell.idempotencyKey")
    .where("organizationId", "=", organizationId)
    .where("createdAt", "<", before)
    .execute();
};

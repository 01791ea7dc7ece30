import type { Step } from "#server/db/exchange.ts";
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
 * Claims a key in the organization and for the account that were entered in the same round trip: one row for the first request
 * with this key, none for a repetition, nor where nothing was entered. A request with the same key that is under way elsewhere is
 * waited for.
 */
export const claimKey = (key: {
  readonly id: string;
  readonly requestHash: Buffer;
  readonly at: string;
}): Step => ({
  text: `insert into stepwell.idempotency_key (organization_id, id, account_id, request_hash, created_at)
         select entered.organization_id, $1, current_setting('app.account_id')::uuid, $2, $3
           from (select stepwell.current_organization() as organization_id) entered
          where entered.organization_id is not null
             on conflict do nothing`,
  values: [key.id, key.requestHash, key.at],
});

export const findKey = (tx: Tx, organizationId: string, id: string): Promise<KeyRow | undefined> =>
  tx
    .selectFrom("stepwell.idempotencyKey")
    .select(["accountId", "requestHash", "status", "response"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();

/**
 * Keeps the answer of a state change and writes its line in the trail, with one statement that goes with the commit: a change
 * that more round trips follow is felt by whoever waits for it.
 */
export const keepAnswer = (
  key: { readonly organizationId: string; readonly id: string },
  answer: { readonly status: number; readonly response: unknown },
  line: AuditEvent,
): Step => ({
  text: `with kept as (
           update stepwell.idempotency_key set status = $1, response = $2::jsonb where organization_id = $3 and id = $4
         )
         select stepwell.write_audit($5::json)`,
  values: [
    answer.status,
    JSON.stringify(answer.response),
    key.organizationId,
    key.id,
    auditRows([line]),
  ],
});

/** Forgets answered keys older than a day: no client repeats that late. */
export const forgetKeys = async (tx: Tx, organizationId: string, before: string): Promise<void> => {
  await tx
    .deleteFrom("stepwell.idempotencyKey")
    .where("organizationId", "=", organizationId)
    .where("createdAt", "<", before)
    .execute();
};

import { sql } from "kysely";
import type pg from "pg";
import type { Step } from "#server/db/exchange.ts";
import type { Tx } from "#server/db/transaction.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";

const toRow = (event: AuditEvent) => ({
  organization_id: event.organizationId,
  id: event.id,
  at: event.at,
  outcome: event.outcome,
  verb: event.verb,
  purpose: event.purpose,
  actor_kind: event.actorKind,
  account_id: event.accountId,
  actor_name: event.actorName,
  session_id: event.sessionId,
  request_id: event.requestId,
  address: event.address,
  record_kind: event.record?.kind ?? null,
  record_id: event.record?.id ?? null,
  subjects: event.subjects,
  details: event.details,
});

/** Events as `stepwell.write_audit` takes them; the organization_id of each stands in its row. */
export const auditRows = (events: readonly AuditEvent[]): string =>
  JSON.stringify(events.map(toRow));

/** Writes events in the transaction of the act they tell of: they stand or fall with it. */
export const insertAudit = async (tx: Tx, events: readonly AuditEvent[]): Promise<void> => {
  await sql`select stepwell.write_audit(${auditRows(events)}::json)`.execute(tx);
};

/** Events as the last step of a transaction that is about to commit. */
export const auditStep = (events: readonly AuditEvent[]): Step => ({
  text: "select stepwell.write_audit($1::json)",
  values: [auditRows(events)],
});

/** Writes events on a connection of their own; durable when it answers. */
export const insertAuditAlone = async (
  pool: pg.Pool,
  events: readonly AuditEvent[],
): Promise<void> => {
  const { text, values = [] } = auditStep(events);
  await pool.query(text, [...values]);
};

import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

export interface RevisionRow {
  readonly organizationId: string;
  readonly id: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly version: number;
  readonly changedAt: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly verb: string;
  readonly reason: string | null;
  readonly changes: string;
}

export const insertRevision = async (tx: Tx, row: RevisionRow): Promise<void> => {
  await tx.insertInto("stepwell.revision").values(row).execute();
};

/** Many rows in one statement. */
export const insertRevisions = async (tx: Tx, rows: readonly RevisionRow[]): Promise<void> => {
  await sql`
    insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, account_id, actor_name, verb, reason, changes)
    select one."organizationId", one.id, one."recordKind", one."recordId", one.version, one."changedAt", one."accountId", one."actorName",
      one.verb, one.reason, one.changes::jsonb
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one("organizationId" uuid, id uuid, "recordKind" text, "recordId" uuid, version int,
      "changedAt" timestamptz, "accountId" uuid, "actorName" text, verb text, reason text, changes text)`.execute(
    tx,
  );
};

/** Every version of one record, newest first. */
export const selectRevisions = (tx: Tx, organizationId: string, kind: string, id: string) =>
  tx
    .selectFrom("stepwell.revision")
    .select(["id", "version", "changedAt", "accountId", "actorName", "verb", "reason", "changes"])
    .where("organizationId", "=", organizationId)
    .where("recordKind", "=", kind)
    .where("recordId", "=", id)
    .orderBy("version", "desc")
    .execute();

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

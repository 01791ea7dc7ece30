import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

// organization_id is taken from the transaction's own setting.
export const notifyChange = async (tx: Tx, kind: string, id: string): Promise<void> => {
  await sql`select stepwell.announce(${kind}, ${id})`.execute(tx);
};

/** Of many records of one kind, in one statement. */
export const notifyChanges = async (
  tx: Tx,
  kind: string,
  ids: readonly string[],
): Promise<void> => {
  await sql`select stepwell.announce(${kind}, changed.id::uuid) from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as changed(id)`.execute(
    tx,
  );
};

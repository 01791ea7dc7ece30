import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

// organization_id is taken from the transaction's own setting.
export const notifyChange = async (tx: Tx, kind: string, id: string): Promise<void> => {
  await sql`select stepwell.announce(${kind}, ${id})`.execute(tx);
};

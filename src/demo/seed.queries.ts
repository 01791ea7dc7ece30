import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

/** Whether this installation holds any organization yet; one seeder at a time finds out. */
export const hasOrganizations = async (tx: Tx): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(7733910)`.execute(tx);
  const { rows } = await sql`select stepwell.organization_ids() limit 1`.execute(tx);
  return rows.length > 0;
};

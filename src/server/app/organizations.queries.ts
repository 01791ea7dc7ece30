import { sql } from "kysely";
import type pg from "pg";
import { inGlobalTransaction, inTransaction } from "#server/db/transaction.ts";

export interface KnownOrganization {
  readonly organizationId: string;
  readonly name: string;
  readonly slug: string;
}

const organizationIds = (pool: pg.Pool): Promise<readonly string[]> =>
  inGlobalTransaction(pool, async (tx) => {
    const { rows } = await sql<{ id: string }>`select stepwell.organization_ids() as id`.execute(
      tx,
    );
    return rows.map((row) => row.id);
  });

/** Every organization of this installation, each read inside itself: for the operator of the machine alone. */
export const knownOrganizations = async (pool: pg.Pool): Promise<KnownOrganization[]> => {
  const found: KnownOrganization[] = [];
  for (const organizationId of await organizationIds(pool)) {
    const scope = { organizationId, accountId: null };
    const row = await inTransaction(pool, scope, (tx) =>
      tx
        .selectFrom("stepwell.organization")
        .select(["organizationId", "name", "slug"])
        .where("organizationId", "=", organizationId)
        .executeTakeFirst(),
    );
    if (row !== undefined) found.push(row);
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

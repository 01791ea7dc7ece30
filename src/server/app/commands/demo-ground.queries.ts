import { sql } from "kysely";
import type pg from "pg";
import { inGlobalTransaction, inTransaction } from "#server/db/transaction.ts";

/** Whether this database was ever migrated so far that organizations can lie in it. */
export const canHoldOrganizations = (pool: pg.Pool): Promise<boolean> =>
  inGlobalTransaction(pool, async (tx) => {
    const { rows } = await sql<{ can: boolean }>`
      select to_regprocedure('stepwell.organization_ids()') is not null as can`.execute(tx);
    return rows[0]?.can ?? false;
  });

/** Whether an organization was founded under this name by no account: whoever runs a command signs as a person at a terminal. */
export const wasFoundedBy = (
  pool: pg.Pool,
  organizationId: string,
  actorName: string,
): Promise<boolean> =>
  inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
    const founding = await tx
      .selectFrom("stepwell.revision")
      .select("id")
      .where("organizationId", "=", organizationId)
      .where("recordKind", "=", "organization")
      .where("recordId", "=", organizationId)
      .where("version", "=", 1)
      .where("accountId", "is", null)
      .where("actorName", "=", actorName)
      .executeTakeFirst();
    return founding !== undefined;
  });

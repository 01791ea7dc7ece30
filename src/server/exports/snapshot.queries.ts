import type pg from "pg";
import { enterOrganization, openTransaction } from "#server/db/transaction.ts";
import type { Place } from "#server/exports/chart-copy.queries.ts";

/** The connections that a snapshot is read on. */
export type Pool = pg.Pool;

/**
 * Reads an organization as it is at one moment, however long the reading takes: whoever changes something meanwhile changes
 * nothing of it. Nothing can be written in it.
 */
export const inSnapshot = async <Result>(
  pool: Pool,
  organizationId: string,
  read: (place: Place) => Promise<Result>,
): Promise<Result> => {
  const transaction = await openTransaction(pool, [
    { text: "set transaction isolation level repeatable read, read only" },
  ]);
  try {
    const { tx } = transaction;
    await enterOrganization(tx, organizationId, null);
    return await read({ tx, organizationId });
  } finally {
    await transaction.rollback();
  }
};

import type pg from "pg";
import { MigrationRefused, waitingMigrations } from "#server/db/migrate.ts";

export type DatabaseState = "up-to-date" | "migrations-waiting" | "migrations-differ";

/** Whether the database answers and is of this version. Throws when it does not answer. */
export const databaseState = async (pool: pg.Pool): Promise<DatabaseState> => {
  const client = await pool.connect();
  try {
    return (await waitingMigrations(client)).length === 0 ? "up-to-date" : "migrations-waiting";
  } catch (error) {
    if (error instanceof MigrationRefused) return "migrations-differ";
    throw error;
  } finally {
    client.release();
  }
};

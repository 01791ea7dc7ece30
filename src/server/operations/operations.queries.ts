import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

export interface ErrandCounts {
  readonly waiting: number;
  readonly retrying: number;
  readonly failed: number;
}

/** Errands that are not delivered, by how they stand. */
export const countUndelivered = async (tx: Tx, organizationId: string): Promise<ErrandCounts> => {
  const { rows } = await sql<ErrandCounts>`
    select count(*) filter (where o.failed_at is null and o.attempts = 0) as waiting,
           count(*) filter (where o.failed_at is null and o.attempts > 0) as retrying,
           count(*) filter (where o.failed_at is not null) as failed
      from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.delivered_at is null`.execute(tx);
  return rows[0] ?? { waiting: 0, retrying: 0, failed: 0 };
};

/** Errands made since a moment, and how many of them are delivered. */
export const countSince = async (
  tx: Tx,
  organizationId: string,
  since: string,
): Promise<{ created: number; delivered: number }> => {
  const { rows } = await sql<{ created: number; delivered: number }>`
    select count(*) as created, count(o.delivered_at) as delivered
      from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.created_at >= ${since}`.execute(tx);
  return rows[0] ?? { created: 0, delivered: 0 };
};

export interface DatabaseFacts {
  readonly version: string;
  readonly sizeBytes: number;
  readonly migrations: number;
  readonly lastMigration: string;
  readonly migratedAt: string;
}

/** The server and the schema it carries: of the installation, of no organization. */
export const getDatabaseFacts = async (tx: Tx): Promise<DatabaseFacts> => {
  const { rows } = await sql<DatabaseFacts>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
           pg_database_size(current_database()) as size_bytes,
           count(*) as migrations, max(m.name) as last_migration, max(m.applied_at) as migrated_at
      from global.migration m`.execute(tx);
  const [facts] = rows;
  if (facts === undefined) throw new Error("an aggregate without a row");
  return facts;
};

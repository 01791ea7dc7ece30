import type pg from "pg";
import { migrationFiles } from "#server/db/migrate.ts";
import { findRoleProblems } from "#server/db/role-guard.ts";
import { readServerFacts } from "#server/db/server-facts.ts";

interface Applied {
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: string;
}

/** What the database holds of this version's migrations, what it lacks, and what it knows that this version does not. */
const readMigrations = async (pool: pg.Pool) => {
  const { rows: exists } = await pool.query<{ name: string | null }>(
    "select to_regclass('global.migration')::text as name",
  );
  const { rows } =
    exists[0]?.name === null
      ? { rows: [] }
      : await pool.query<Applied>(
          "select name, sha256, applied_at from global.migration order by name",
        );
  const files = new Map((await migrationFiles()).map((file) => [file.name, file.sha256]));
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const last = rows.at(-1);
  return {
    applied: rows.length,
    last: last?.name ?? null,
    lastAt: last?.applied_at ?? null,
    waiting: [...files.keys()].filter((name) => !done.has(name)),
    unknown: [...done.keys()].find((name) => !files.has(name)) ?? null,
    edited: rows.find((row) => (files.get(row.name) ?? row.sha256) !== row.sha256)?.name ?? null,
  };
};

interface Activity {
  readonly size_bytes: number;
  readonly used: number;
  readonly most: number;
  readonly longest: string | null;
}

const activityStatement = `
  select pg_database_size(current_database()) as size_bytes,
         (select count(*) from pg_stat_activity a where a.backend_type = 'client backend') as used,
         current_setting('max_connections')::bigint as most,
         (select min(a.xact_start) from pg_stat_activity a
           where a.datname = current_database() and a.usename = current_user and a.xact_start < now() - interval '10 seconds') as longest`;

interface Table {
  readonly name: string;
  readonly dead: number;
  readonly live: number;
  readonly vacuumed_at: string | null;
}

// Counted by the server since its last restart, and roughly: enough to see that nothing clears a table away.
const tableStatement = `
  select t.schemaname || '.' || t.relname as name, t.n_dead_tup as dead, t.n_live_tup as live,
         greatest(t.last_vacuum, t.last_autovacuum) as vacuumed_at
    from pg_stat_user_tables t where t.n_dead_tup > 0 order by t.n_dead_tup desc, 1 limit 1`;

/** What can be told of the database with the role that serves: the server, who is at it, and its migrations. */
export const readDatabaseFacts = async (pool: pg.Pool) => {
  const { version, major, isDurable, zone } = await readServerFacts(pool);
  const { rows: activity } = await pool.query<Activity>(activityStatement);
  const { rows: tables } = await pool.query<Table>(tableStatement);
  const [now] = activity;
  const [table] = tables;
  if (now === undefined) throw new Error("an aggregate without a row");
  return {
    version: version.split(" ")[0] ?? version,
    major,
    isDurable,
    zone,
    sizeBytes: now.size_bytes,
    connections: { used: now.used, most: now.most },
    longestTransactionSince: now.longest,
    leastClearedTable:
      table === undefined
        ? null
        : {
            name: table.name,
            deadRows: table.dead,
            liveRows: table.live,
            vacuumedAt: table.vacuumed_at,
          },
    roleProblems: (await findRoleProblems(pool)).map(({ code }) => code),
    migrations: await readMigrations(pool),
  };
};

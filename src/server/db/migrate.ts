import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

const folder = path.resolve(import.meta.dirname, "../../../db/migrations");
const lockKey = 7_733_901;

export class MigrationRefused extends Error {}

export interface MigrationFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** The migrations of this version of the product, in order. */
export const migrationFiles = async (from = folder): Promise<readonly MigrationFile[]> => {
  const names = (await readdir(from)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(from, name), "utf8");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
};

const applied = async (client: pg.ClientBase): Promise<Map<string, string>> => {
  const exists = await client.query<{ name: string | null }>(
    "select to_regclass('global.migration') as name",
  );
  if (exists.rows[0]?.name === null) return new Map();
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from global.migration order by name",
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
};

/** Forward only: a file that ran and was edited, or that this version does not know, is refused. */
const waitingOf = (files: readonly MigrationFile[], done: ReadonlyMap<string, string>) => {
  const known = new Set(files.map((file) => file.name));
  for (const name of done.keys())
    if (!known.has(name))
      throw new MigrationRefused(
        `The database holds migration ${name}, which this version does not know. Run the version that made it, or a newer one.`,
      );
  for (const file of files) {
    const before = done.get(file.name);
    if (before !== undefined && before !== file.sha256)
      throw new MigrationRefused(
        `Migration ${file.name} was edited after it ran. Put the file back and write a new one.`,
      );
  }
  return files.filter((file) => !done.has(file.name));
};

/** Runs these files, in this order, inside the transaction that is open, and writes down that they ran. */
export const runFiles = async (
  client: pg.ClientBase,
  files: readonly MigrationFile[],
): Promise<void> => {
  await client.query("create schema if not exists global");
  await client.query(
    "create table if not exists global.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
  );
  for (const file of files) {
    await client.query(file.text);
    await client.query("insert into global.migration (name, sha256) values ($1, $2)", [
      file.name,
      file.sha256,
    ]);
  }
};

/**
 * Shorter than PostgreSQL's own look for deadlocks: where a migration and a request wait for each other, it is the
 * migration that steps back, and nobody's request is refused for it.
 */
const longestLockWait = "400ms";
const mostTries = 150;
const betweenTriesMs = 200;

const tryWaiting = async (client: pg.ClientBase, from: string): Promise<string[]> => {
  await client.query("begin");
  try {
    await client.query(`set local lock_timeout = '${longestLockWait}'`);
    await client.query(`select pg_advisory_xact_lock(${lockKey})`);
    const waiting = waitingOf(await migrationFiles(from), await applied(client));
    await runFiles(client, waiting);
    await client.query("commit");
    return waiting.map((file) => file.name);
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
};

/** Somebody held a table for longer than a migration waits, or each waited for the other. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === "55P03" || error.code === "40P01");

const runWaiting = async (client: pg.ClientBase, from: string): Promise<string[]> => {
  for (let tried = 1; ; tried++) {
    try {
      return await tryWaiting(client, from);
    } catch (error) {
      if (!isInTheWay(error)) throw error;
      if (tried >= mostTries)
        throw new MigrationRefused(
          "Somebody holds a table for so long that the migration did not come by. Nothing was changed. End long transactions (pg_stat_activity) and try again.",
        );
      await pause(betweenTriesMs);
    }
  }
};

/** Makes the job queue's own tables, which its package keeps up to date. */
export const installQueue = (ownerUrl: string): Promise<void> =>
  runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });

/** Keeps migrations from running until this connection ends; false where one runs just now. */
export const tryHoldMigrations = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ held: boolean }>(
    `select pg_try_advisory_lock(${lockKey + 1}) as held`,
  );
  return rows[0]?.held === true;
};

/**
 * Brings the database to this version: the job queue's own tables first, then ours, all or nothing, one
 * runner at a time. Answers the names of the migrations that ran.
 */
export const migrate = async (options: {
  readonly ownerUrl: string;
  readonly folder?: string;
}): Promise<string[]> => {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey + 1})`);
    const done = await applied(client);
    const files = await migrationFiles(options.folder ?? folder);
    if (waitingOf(files, done).length === 0) return [];
    await installQueue(options.ownerUrl);
    return await runWaiting(client, options.folder ?? folder);
  } finally {
    await client.end();
  }
};

/** What a database still lacks of this version, seen with any role; empty when it is up to date. */
export const waitingMigrations = async (client: pg.ClientBase): Promise<readonly string[]> =>
  waitingOf(await migrationFiles(), await applied(client)).map((file) => file.name);

/** The same over a connection of its own. */
export const waitingMigrationsAt = async (url: string): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await waitingMigrations(client);
  } finally {
    await client.end();
  }
};

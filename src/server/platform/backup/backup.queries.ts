import pg from "pg";
import type { BackedSealHead, BackedTable, SequenceState } from "./backup-content.ts";
import { copyIn, copyOut } from "./copy-rows.ts";

const schemas = ["global", "stepwell"];

/** A table, a column or a sequence as SQL spells it. */
const spelled = (...names: readonly string[]): string =>
  names.map((name) => pg.escapeIdentifier(name)).join(".");

const nameOf = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  spelled(schema, name);

const columnsOf = ({ columns }: BackedTable): string =>
  columns.map((column) => spelled(column)).join(", ");

/**
 * A connection of the owner on which values are written alike on every version and with every setting of the server,
 * nothing is hidden by row-level security, and nothing runs out of time.
 */
export const openOwnerClient = async (ownerUrl: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "stepwell-backup",
    client_encoding: "UTF8",
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`
      select set_config(wanted.name, wanted.value, false)
        from (values ('timezone', 'UTC'), ('datestyle', 'ISO, YMD'), ('intervalstyle', 'postgres'),
                     ('extra_float_digits', '3'), ('bytea_output', 'hex'), ('row_security', 'off'),
                     ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'),
                     ('transaction_timeout', '0')) as wanted(name, value)
        join pg_settings s on lower(s.name) = wanted.name`);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
};

export interface ServerLook {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
}

export const lookAtServer = async (client: pg.ClientBase): Promise<ServerLook | undefined> => {
  const { rows } = await client.query<ServerLook>(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding`,
  );
  return rows[0];
};

/** Our tables in a fixed order, without the list of migrations: that one the migrations write themselves. */
export const selectTables = async (client: pg.ClientBase): Promise<BackedTable[]> => {
  const { rows } = await client.query<BackedTable>(
    `select n.nspname::text as schema, c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind = 'r' and not (n.nspname = 'global' and c.relname = 'migration')
      order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  );
  return rows;
};

/** Keeps anybody from changing these tables' columns until the transaction ends; must be its first statement. */
export const beginSnapshot = async (
  client: pg.ClientBase,
  tables: readonly BackedTable[],
): Promise<void> => {
  await client.query("begin isolation level repeatable read, read only");
  await client.query(
    `lock table ${[...tables.map((table) => nameOf(table)), "global.migration"].join(", ")} in access share mode`,
  );
};

/** The moment of the snapshot, ISO 8601, UTC. */
export const selectMoment = async (client: pg.ClientBase): Promise<string> => {
  const { rows } = await client.query<{ at: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
  );
  return rows[0]?.at ?? "";
};

export const hasMigrations = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ is_there: boolean }>(
    "select to_regclass('global.migration') is not null as is_there",
  );
  return rows[0]?.is_there === true;
};

export const selectMigrations = async (
  client: pg.ClientBase,
): Promise<{ name: string; sha256: string }[]> =>
  (
    await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from global.migration order by name collate "C"',
    )
  ).rows;

export const selectSequences = async (client: pg.ClientBase): Promise<SequenceState[]> => {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname::text as schema, c.relname::text as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind = 'S'
      order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  );
  const states: SequenceState[] = [];
  for (const sequence of rows) {
    const state = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${nameOf(sequence)}`,
    );
    const [found] = state.rows;
    if (found !== undefined) states.push({ ...sequence, ...found });
  }
  return states;
};

export const setSequence = async (
  client: pg.ClientBase,
  sequence: SequenceState,
): Promise<void> => {
  await client.query("select setval($1::regclass, $2, $3)::text", [
    nameOf(sequence),
    sequence.value,
    sequence.isCalled,
  ]);
};

/** The head of every organization's chain of seals. */
export const selectSealHeads = async (client: pg.ClientBase): Promise<BackedSealHead[]> => {
  const { rows } = await client.query<{ organizationId: string; number: string; hash: string }>(
    `select distinct on (organization_id) organization_id as "organizationId", number::text, encode(hash, 'hex') as hash
       from stepwell.audit_seal order by organization_id, number desc`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
};

export const copyTableOut = (
  client: pg.ClientBase,
  table: BackedTable,
): AsyncGenerator<readonly Buffer[]> =>
  copyOut(client, `copy ${nameOf(table)} (${columnsOf(table)}) to stdout`);

export const copyTableIn = (
  client: pg.ClientBase,
  table: BackedTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> => copyIn(client, `copy ${nameOf(table)} (${columnsOf(table)}) from stdin`, rows);

/** The first of our tables that holds a row. */
export const findFilledTable = async (client: pg.ClientBase): Promise<string | undefined> => {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname::text as schema, c.relname::text as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('global', 'stepwell', 'graphile_worker') and c.relkind in ('r', 'p')
        and (n.nspname, c.relname) not in (('global', 'migration'), ('graphile_worker', 'migrations'))
      order by 1, 2`,
  );
  for (const table of rows) {
    const look = await client.query(`select from ${nameOf(table)} limit 1`);
    if (look.rowCount !== 0) return `${table.schema}.${table.name}`;
  }
  return undefined;
};

/** How many other connections of ours this database has: a server that runs, a command at work. */
export const countOthers = async (client: pg.ClientBase): Promise<number> => {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'stepwell%'`,
  );
  return rows[0]?.others ?? 0;
};

/** Removes what an earlier version or an interrupted attempt has left; only ever called where no table holds a row. */
export const dropEmptySchemas = async (client: pg.ClientBase): Promise<void> => {
  await client.query("set client_min_messages = warning");
  await client.query("drop schema if exists stepwell, global, graphile_worker cascade");
};

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes the foreign keys away, keeps triggers from running and empties the tables, so that rows come in any order and
 * as they were. Answers the keys, to be put back: the server then checks each of them over all rows.
 */
export const openTables = async (
  client: pg.ClientBase,
  tables: readonly BackedTable[],
): Promise<readonly ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, t.relname) as table, quote_ident(c.conname) as name,
            pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = any($1) and c.contype = 'f' and c.conparentid = 0 order by c.oid`,
    [schemas],
  );
  for (const key of rows)
    await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const table of tables)
    await client.query(`alter table ${nameOf(table)} disable trigger user`);
  if (tables.length > 0)
    await client.query(`truncate ${tables.map((table) => nameOf(table)).join(", ")}`);
  await client.query("set constraints all immediate");
  return rows;
};

export const closeTables = async (
  client: pg.ClientBase,
  tables: readonly BackedTable[],
  keys: readonly ForeignKey[],
): Promise<void> => {
  for (const table of tables)
    await client.query(`alter table ${nameOf(table)} enable trigger user`);
  for (const key of keys)
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
};

/**
 * Puts the errands that wait into the queue, each for its time and with the tries it has left: jobs are not part of a
 * backup, the outbox says all of them. Answers how many.
 */
export const enqueueWaitingErrands = async (
  client: pg.ClientBase,
  mostAttempts: number,
): Promise<number> => {
  const { rows: organizations } = await client.query<{ id: string }>(
    "select organization_id as id from stepwell.organization order by organization_id",
  );
  let count = 0;
  for (const { id } of organizations) {
    await client.query("select set_config('app.organization_id', $1, true)", [id]);
    const { rowCount } = await client.query(
      `select stepwell.enqueue_delivery(o.id, coalesce(o.next_attempt_at, o.created_at), greatest(1, $2::int - o.attempts))
         from stepwell.outbox o
        where o.organization_id = $1 and o.delivered_at is null and o.failed_at is null`,
      [id, mostAttempts],
    );
    count += rowCount ?? 0;
  }
  return count;
};

export const begin = async (client: pg.ClientBase): Promise<void> => {
  await client.query("begin");
};

export const commit = async (client: pg.ClientBase): Promise<void> => {
  await client.query("commit");
};

/** The planner knows nothing of rows that came in just now. */
export const analyze = async (
  client: pg.ClientBase,
  tables: readonly BackedTable[],
): Promise<void> => {
  for (const table of tables) await client.query(`analyze ${nameOf(table)}`);
};

import { rename, rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import {
  installQueue,
  migrationFiles,
  runFiles,
  tryHoldMigrations,
  type MigrationFile,
} from "#server/db/migrate.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { mostAttempts } from "#server/platform/outbox/outbox.ts";
import {
  analyze,
  begin,
  closeTables,
  commit,
  copyTableIn,
  copyTableOut,
  countOthers,
  dropEmptySchemas,
  enqueueWaitingErrands,
  findFilledTable,
  lookAtServer,
  openOwnerClient,
  openTables,
  selectSealHeads,
  selectSequences,
  selectTables,
  setSequence,
} from "./backup.queries.ts";
import {
  tableName,
  type BackedTable,
  type BackupSummary,
  type End,
  type Manifest,
  type OnProgress,
} from "./backup-content.ts";
import { BackupRefused } from "./backup-refused.ts";
import type { BackupSecret } from "./backup-secret.ts";
import { RowSum } from "./row-sum.ts";
import { walkBackup } from "./walk-backup.ts";

export interface RestoreOrder {
  readonly ownerUrl: string;
  readonly file: string;
  readonly secret: BackupSecret;
  /** Where the heads of the audit trail's seals are kept; one that is there is put aside, not written over. */
  readonly anchorFile: string;
  /** The folder of migrations, where it is not this version's own. */
  readonly migrations?: string;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RestoreReport {
  readonly backup: BackupSummary;
  /** Migrations of this version that the backup did not have; they ran on the restored rows. */
  readonly migrated: readonly string[];
  /** Errands that were waiting and are in the queue again. */
  readonly errands: number;
  /** Where the heads that were there before are kept now; null where there were none. */
  readonly anchorsAside: string | null;
}

const leastServer = 150_000;

/** The files that made the database of the backup, and those of this version that came later. */
const filesFor = (manifest: Manifest, files: readonly MigrationFile[]) => {
  const known = new Map(files.map((file) => [file.name, file.sha256]));
  for (const { name, sha256 } of manifest.migrations) {
    const here = known.get(name);
    if (here === undefined)
      throw new BackupRefused(
        "migrations-differ",
        `The backup holds migration ${name}, which this version does not know. Restore with version ${manifest.madeBy} or a newer one.`,
      );
    if (here !== sha256)
      throw new BackupRefused(
        "migrations-differ",
        `Migration ${name} is not the one the backup was made with: one of them was edited.`,
      );
  }
  const had = new Set(manifest.migrations.map((migration) => migration.name));
  return {
    before: files.filter((file) => had.has(file.name)),
    after: files.filter((file) => !had.has(file.name)),
  };
};

const refuseUnfit = async (client: pg.ClientBase): Promise<void> => {
  const server = await lookAtServer(client);
  if (server === undefined || server.number < leastServer)
    throw new BackupRefused(
      "server-unfit",
      `PostgreSQL ${server?.version ?? ""} is too old: use 15 or newer.`,
    );
  if (server.encoding !== "UTF8")
    throw new BackupRefused(
      "server-unfit",
      `The database keeps its letters as ${server.encoding}, where not every name has a place. Make it anew: create database … encoding 'UTF8' template template0;`,
    );
  if (!(await tryHoldMigrations(client)) || (await countOthers(client)) > 0)
    throw new BackupRefused(
      "in-use",
      "Something of Stepwell is connected to this database. Stop it first.",
    );
  const filled = await findFilledTable(client);
  if (filled !== undefined)
    throw new BackupRefused(
      "not-empty",
      `The database is not empty: there are rows in ${filled}. A backup goes into an empty database only; nothing was changed.`,
    );
};

const notEqual = (what: string): BackupRefused =>
  new BackupRefused(
    "not-equal",
    `What was restored is not what was backed up: ${what}. Everything was taken back; the database is empty.`,
  );

/** Holds the database against what the backup says it must be: rows and sums of every table, sequences, seals. */
const compare = async (
  client: pg.ClientBase,
  tables: readonly BackedTable[],
  end: End,
  { onProgress, signal }: Pick<RestoreOrder, "onProgress" | "signal">,
): Promise<void> => {
  for (const [place, table] of tables.entries()) {
    const sum = new RowSum();
    const name = tableName(table);
    const tell = () =>
      onProgress?.({
        step: "comparing",
        table: name,
        number: place + 1,
        of: tables.length,
        rows: sum.rows,
      });
    tell();
    for await (const rows of copyTableOut(client, table)) {
      for (const row of rows) sum.add(row);
      tell();
    }
    signal?.throwIfAborted();
    const said = end.tables[place];
    if (said === undefined || tableName(said) !== name)
      throw notEqual(`${name} is not in the backup`);
    if (said.rows !== sum.rows)
      throw notEqual(`${name} holds ${sum.rows} rows and held ${said.rows}`);
    if (said.sum !== sum.text()) throw notEqual(`rows of ${name} differ`);
  }
  if (!isDeepStrictEqual(await selectSequences(client), end.sequences))
    throw notEqual("a sequence differs");
  if (!isDeepStrictEqual(await selectSealHeads(client), end.seals))
    throw notEqual("the seals of the audit trail differ");
};

/** The tables as the backup has them: the same names and columns, in the same order. */
const refuseOtherTable = (table: BackedTable, place: number, here: readonly BackedTable[]) => {
  const there = here[place];
  const same =
    there !== undefined &&
    tableName(there) === tableName(table) &&
    there.columns.toSorted().join() === table.columns.toSorted().join();
  if (!same)
    throw new BackupRefused(
      "schema-changed",
      `The backup has a table ${tableName(table)} that its migrations do not make like this: somebody changed the database by hand.`,
    );
};

interface Filling {
  readonly client: pg.ClientBase;
  readonly order: RestoreOrder;
  readonly files: readonly MigrationFile[];
  readonly anchorDraft: string;
}

/** Everything inside one transaction: the tables as they were, the rows, the comparison, then what came later. */
const fill = async ({ client, order, files, anchorDraft }: Filling) => {
  const { file, secret, signal, onProgress } = order;
  let after: readonly MigrationFile[] = [];
  let tables: readonly BackedTable[] = [];
  let keys: Awaited<ReturnType<typeof openTables>> = [];
  let place = 0;
  const anchors = openAnchorFile(anchorDraft);
  const backup = await walkBackup(
    file,
    secret,
    {
      step: "writing",
      onProgress,
      manifest: async (manifest) => {
        const chosen = filesFor(manifest, files);
        after = chosen.after;
        await runFiles(client, chosen.before);
        tables = await selectTables(client);
        keys = await openTables(client, tables);
      },
      table: async (table, rows) => {
        refuseOtherTable(table, place++, tables);
        await copyTableIn(client, table, rows);
      },
      anchors: (portion) => anchors.append(portion),
    },
    signal,
  );
  for (const sequence of backup.contents.sequences) await setSequence(client, sequence);
  await compare(client, tables, backup.contents, order);
  await closeTables(client, tables, keys);
  await runFiles(client, after);
  const errands = await enqueueWaitingErrands(client, mostAttempts);
  return { backup, migrated: after.map((migration) => migration.name), errands, tables };
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** False where there was nothing to move. */
const move = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** The heads of the backup take their place; those that were there are evidence of another database and are kept. */
const placeAnchors = async (draft: string, file: string, at: string): Promise<string | null> => {
  const aside = `${file}.before-${at.replaceAll(/[-:]/g, "")}`;
  const hadSome = await move(file, aside);
  await move(draft, file);
  return hadSome ? aside : null;
};

/**
 * Restores a backup into an empty database: all of it, or nothing. The whole file is proven before the database is
 * touched; what was restored is read back and compared before it is committed.
 */
export const restoreBackup = async (order: RestoreOrder, now: string): Promise<RestoreReport> => {
  const { ownerUrl, file, secret, anchorFile, onProgress, signal } = order;
  const files = await migrationFiles(order.migrations);
  const proving = { step: "reading", onProgress } as const;
  const { migrations, ...rest } = await walkBackup(file, secret, proving, signal);
  filesFor({ migrations, ...rest }, files);
  const anchorDraft = `${anchorFile}.restoring`;
  await rm(anchorDraft, { force: true });
  const client = await openOwnerClient(ownerUrl);
  try {
    await refuseUnfit(client);
    await dropEmptySchemas(client);
    await installQueue(ownerUrl);
    await begin(client);
    const { tables, ...report } = await fill({ client, order, files, anchorDraft });
    await commit(client);
    const anchorsAside = await placeAnchors(anchorDraft, anchorFile, now);
    await analyze(client, tables);
    return { ...report, anchorsAside };
  } finally {
    await client.end();
    await rm(anchorDraft, { force: true });
  }
};

import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDeflate } from "node:zlib";
import type pg from "pg";
import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import {
  beginSnapshot,
  copyTableOut,
  hasMigrations,
  lookAtServer,
  openOwnerClient,
  selectMigrations,
  selectMoment,
  selectSealHeads,
  selectSequences,
  selectTables,
} from "./backup.queries.ts";
import {
  tableName,
  type BackedSealHead,
  type BackedTable,
  type BackupSummary,
  type End,
  type Manifest,
  type OnProgress,
} from "./backup-content.ts";
import { BackupRefused } from "./backup-refused.ts";
import type { BackupSecret } from "./backup-secret.ts";
import { recordBytes, recordOf } from "./content-records.ts";
import { RowSum } from "./row-sum.ts";
import { sealed } from "./sealed-file.ts";
import { walkBackup } from "./walk-backup.ts";

export interface BackupOrder {
  readonly ownerUrl: string;
  readonly file: string;
  readonly secret: BackupSecret;
  readonly anchors: AnchorFile;
  /** Version of the product. */
  readonly version: string;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the bytes go; a file that is on the disk when it ends, unless a test puts something else in its place. */
  readonly openSink?: (draft: string) => Writable;
}

const rowsTogether = 128 * 1024;
const anchorsTogether = 500;
const snapshotTries = 3;
const level = 4;

const namesOf = (tables: readonly BackedTable[]) => JSON.stringify(tables);

/** Begins the snapshot; a migration that changes the tables just before it makes it begin anew. */
const holdSnapshot = async (client: pg.ClientBase): Promise<readonly BackedTable[]> => {
  for (let attempt = 0; attempt < snapshotTries; attempt++) {
    if (!(await hasMigrations(client))) break;
    const before = await selectTables(client);
    await beginSnapshot(client, before);
    const tables = await selectTables(client);
    if (tables.length > 0 && namesOf(tables) === namesOf(before)) return tables;
    await client.query("rollback");
  }
  throw new BackupRefused(
    "no-schema",
    "There is nothing to back up: the database has no tables of Stepwell, or they are being changed just now.",
  );
};

async function* tableContent(
  client: pg.ClientBase,
  table: BackedTable,
  sum: RowSum,
  tell: () => void,
): AsyncGenerator<Buffer> {
  yield recordOf("table", table);
  let waiting: Buffer[] = [];
  let length = 0;
  tell();
  for await (const rows of copyTableOut(client, table))
    for (const row of rows) {
      sum.add(row);
      waiting.push(row);
      length += row.length;
      if (length < rowsTogether) continue;
      yield recordBytes("rows", Buffer.concat(waiting));
      waiting = [];
      length = 0;
      tell();
    }
  if (length > 0) yield recordBytes("rows", Buffer.concat(waiting));
  yield recordOf("sum", { rows: sum.rows, sum: sum.text() });
}

/** The heads written down outside of the database, up to the seals of the snapshot: later ones would seem cut off. */
async function* anchorContent(
  anchors: AnchorFile,
  seals: readonly BackedSealHead[],
): AsyncGenerator<Buffer> {
  for (const { organizationId, number } of seals) {
    let portion: unknown[] = [];
    for await (const anchor of anchors.read(organizationId)) {
      if (anchor === null || anchor.number > number) continue;
      portion.push(anchor);
      if (portion.length < anchorsTogether) continue;
      yield recordOf("anchors", portion);
      portion = [];
    }
    if (portion.length > 0) yield recordOf("anchors", portion);
  }
}

async function* content(client: pg.ClientBase, order: BackupOrder): AsyncGenerator<Buffer> {
  const { anchors, version, onProgress } = order;
  const tables = await holdSnapshot(client);
  const server = await lookAtServer(client);
  const manifest: Manifest = {
    madeBy: version,
    at: await selectMoment(client),
    server: server?.version ?? "",
    migrations: await selectMigrations(client),
    tables: tables.length,
  };
  yield recordOf("manifest", manifest);
  const totals: End["tables"] = [];
  for (const table of tables) {
    const sum = new RowSum();
    const number = totals.length + 1;
    yield* tableContent(client, table, sum, () =>
      onProgress?.({
        step: "writing",
        table: tableName(table),
        number,
        of: tables.length,
        rows: sum.rows,
      }),
    );
    const { schema, name } = table;
    totals.push({ schema, name, rows: sum.rows, sum: sum.text() });
  }
  const seals = await selectSealHeads(client);
  yield* anchorContent(anchors, seals);
  const end: End = { tables: totals, sequences: await selectSequences(client), seals };
  yield recordOf("end", end);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

const existing = (file: string) =>
  new BackupRefused("file-exists", `${file} is there already, and no backup is written over.`);

/** Gives the finished file its name, never in place of another; where the disk knows no links it is renamed. */
const placeFile = async (draft: string, file: string): Promise<void> => {
  try {
    await link(draft, file);
    await rm(draft);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw existing(file);
    await rename(draft, file);
  }
  const folder = await open(path.dirname(file), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Only its owner may read it; it is on the disk when the stream ends. */
const openDraft = (draft: string): Writable =>
  createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });

export const draftEnding = ".unfinished";

const writeDraft = async (order: BackupOrder, draft: string): Promise<void> => {
  const { ownerUrl, secret, signal, openSink = openDraft } = order;
  const client = await openOwnerClient(ownerUrl);
  try {
    await pipeline(
      content(client, order),
      createDeflate({ level }),
      (source: AsyncIterable<Buffer>) => sealed(secret, source),
      openSink(draft),
      signal === undefined ? {} : { signal },
    );
  } finally {
    await client.end();
  }
};

/**
 * Writes one snapshot of the whole database into a file, while everybody works on. The file gets its name when it is
 * complete, on the disk and has been read back; whatever goes wrong before leaves nothing under that name.
 */
export const takeBackup = async (order: BackupOrder): Promise<BackupSummary> => {
  const { secret, signal, onProgress } = order;
  const file = path.resolve(order.file);
  if (existsSync(file)) throw existing(file);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const id = randomBytes(4).toString("hex");
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${id}${draftEnding}`);
  try {
    await writeDraft(order, draft);
    const summary = await walkBackup(draft, secret, { step: "reading", onProgress }, signal);
    await placeFile(draft, file);
    return summary;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "#server/db/migrate.ts";
import { openPool } from "#server/db/pool.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { BackupSecret } from "#server/platform/backup/backup-secret.ts";
import { restoreBackup, type RestoreOrder } from "#server/platform/backup/restore-backup.ts";
import { takeBackup, type BackupOrder } from "#server/platform/backup/take-backup.ts";
import { walkBackup } from "#server/platform/backup/walk-backup.ts";
import { newId } from "#server/platform/ids.ts";
import {
  fillProbe,
  openEmptyDatabase,
  probeMigrations,
  testKey,
  type EmptyDatabase,
} from "./backup-ground.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

const now = "2026-11-19T20:00:00Z";

/** A database with the probe, one good backup of it, and an empty database to restore into. */
export class BackupHouse {
  readonly folder = mkdtempSync(path.join(tmpdir(), "stepwell-backup-"));
  /** A folder that holds backups alone. */
  readonly files = path.join(this.folder, "files");
  readonly migrations = probeMigrations(this.folder);
  readonly secret = testKey();
  readonly good = path.join(this.folder, "good.backup");
  readonly database: TestDatabase;
  readonly owner: pg.Pool;
  #empty: EmptyDatabase | undefined;

  constructor(database: TestDatabase) {
    this.database = database;
    this.owner = openPool({ url: database.ownerUrl, most: 3 });
  }

  get empty(): EmptyDatabase {
    if (this.#empty === undefined) throw new Error("renew() gives the empty database");
    return this.#empty;
  }

  /** Another empty database; the one before is dropped. */
  async renew(): Promise<void> {
    await this.#empty?.drop();
    this.#empty = await openEmptyDatabase();
  }

  newFile(): string {
    return path.join(this.folder, `${newId()}.backup`);
  }

  take(file: string, more: Partial<BackupOrder> = {}) {
    return takeBackup({
      ownerUrl: this.database.ownerUrl,
      file,
      secret: this.secret,
      anchors: openAnchorFile(path.join(this.folder, "anchors.jsonl")),
      version: "0.1.0",
      ...more,
    });
  }

  restore(file: string, more: Partial<RestoreOrder> = {}) {
    const order = {
      ownerUrl: this.empty.ownerUrl,
      file,
      secret: this.secret,
      anchorFile: path.join(this.folder, `${newId()}.jsonl`),
      migrations: this.migrations,
    };
    return restoreBackup({ ...order, ...more }, now);
  }

  verify(file: string, by: BackupSecret = this.secret) {
    return walkBackup(file, by, { step: "reading" });
  }

  /** A file with these bytes. */
  written(bytes: Uint8Array): string {
    const file = this.newFile();
    writeFileSync(file, bytes);
    return file;
  }

  finishedAndUnfinished(): readonly string[] {
    return readdirSync(this.files);
  }

  async onEmpty<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.empty.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** How many tables of ours the empty database has. */
  async tablesInEmpty(): Promise<number> {
    const rows = await this.onEmpty<{ n: number }>(
      "select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('global', 'stepwell') and c.relkind = 'r'",
    );
    return rows[0]?.n ?? -1;
  }

  async close(): Promise<void> {
    await this.#empty?.drop();
    await this.owner.end();
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const openBackupHouse = async (): Promise<BackupHouse> => {
  const house = new BackupHouse(await openTestDatabase());
  await migrate({ ownerUrl: house.database.ownerUrl, folder: house.migrations });
  await fillProbe(house.owner);
  await house.take(house.good);
  return house;
};

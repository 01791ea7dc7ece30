import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "#server/db/migrate.ts";
import {
  databaseName,
  type EmbeddedPostgres,
} from "#server/platform/postgres/embedded-postgres.ts";
import { startPostgres } from "#server/platform/postgres/start-postgres.ts";
import { makeBenchFolder, removeBenchFolder } from "./bench-folder.ts";
import { median } from "../frame/statistics.ts";

/** Milliseconds this disk takes to make one page durable: below it no durable request can be answered. */
export const measureFlushMs = (folder: string): number => {
  const file = path.join(folder, "flush");
  const descriptor = openSync(file, "w");
  const page = Buffer.alloc(8192);
  const times = Array.from({ length: 50 }, () => {
    const startedAt = performance.now();
    writeSync(descriptor, page, 0, page.length, 0);
    fdatasyncSync(descriptor);
    return performance.now() - startedAt;
  });
  closeSync(descriptor);
  rmSync(file);
  return median(times);
};

export interface BenchPostgres {
  readonly pid: number;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** How durable this PostgreSQL is, as it says itself. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

const settingsOf = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') order by name",
    );
    return rows.map((row) => `${row.name} ${row.setting}`);
  } finally {
    await client.end();
  }
};

const removing = (postgres: EmbeddedPostgres, folder: string) => async (): Promise<void> => {
  await postgres.stop();
  removeBenchFolder(folder);
};

/** A migrated, empty, durable PostgreSQL as an installation has it, gone after the run. */
export const startBenchPostgres = async (): Promise<BenchPostgres> => {
  const folder = makeBenchFolder();
  const flushMs = measureFlushMs(folder);
  const postgres = await startPostgres({ dataDir: folder });
  const stop = removing(postgres, folder);
  try {
    const ownerUrl = postgres.ownerUrl(databaseName);
    await migrate({ ownerUrl });
    const settings = await settingsOf(ownerUrl);
    return {
      pid: postgres.pid,
      ownerUrl,
      appUrl: postgres.appUrl(databaseName),
      notes: [`PostgreSQL: ${settings.join(", ")}; one flush to disk ${flushMs.toFixed(2)} ms`],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

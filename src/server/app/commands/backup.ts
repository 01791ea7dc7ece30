import { closeSync, fsyncSync, openSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import type pg from "pg";
import { sayProgress, stoppable } from "#server/app/commands/backup-progress.ts";
import {
  secretOf,
  withSecret,
  type SecretOptions,
} from "#server/app/commands/backup-secret-options.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withAnyDatabase,
  withJson,
} from "#server/app/commands/command.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { anchorFileOf } from "#server/app/product.ts";
import { version } from "#server/app/version.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { BackupSummary } from "#server/platform/backup/backup-content.ts";
import { newKeyText } from "#server/platform/backup/backup-secret.ts";
import { takeBackup } from "#server/platform/backup/take-backup.ts";
import { walkBackup } from "#server/platform/backup/walk-backup.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

interface Options extends SecretOptions {
  readonly json?: boolean;
}

const count = (number: number): string => number.toLocaleString("en-US");

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a backup holds, in a few lines. */
export const summaryLines = (summary: BackupSummary): readonly string[] => [
  `  snapshot of ${summary.at}, PostgreSQL ${summary.server}, Stepwell ${summary.madeBy}`,
  `  ${count(summary.rows)} rows in ${summary.tables} tables, ${summary.migrations.length} migrations, audit seals of ${summary.contents.seals.length} organizations`,
];

/** A copy of everything leaves the database: every organization's trail says who took it (45 CFR 164.312(b)). */
export const tellTrails = async (
  pool: pg.Pool,
  verb: "backup.take" | "backup.restore",
): Promise<void> => {
  for (const { organizationId } of await knownOrganizations(pool))
    await asOperator(pool, organizationId, verb, () => Promise.resolve());
};

const take = async (file: string, options: Options): Promise<void> => {
  const secret = await secretOf(options, { isNew: true });
  const summary = await withAnyDatabase(async ({ settings, pool, database: { ownerUrl } }) => {
    if (ownerUrl === undefined)
      throw new CommandFailed(
        "Set DATABASE_OWNER_URL to the role that owns the schema: the role of DATABASE_URL does not see every row.",
      );
    const anchors = openAnchorFile(anchorFileOf(settings));
    const onProgress = sayProgress();
    const taken = await stoppable((signal) =>
      takeBackup({ ownerUrl, file, secret, anchors, version, onProgress, signal }),
    );
    await tellTrails(pool, "backup.take");
    return taken;
  });
  const { size } = statSync(file);
  answer(options, { file: path.resolve(file), size, ...summary }, [
    `${file}: ${sizeOf(size)}, written and read back`,
    ...summaryLines(summary),
    "Without its passphrase or key file nobody can open it. Keep that in another place.",
  ]);
};

const verify = withSecret(withJson(new Command("verify")))
  .description("prove that a backup is whole and can be opened; needs no database")
  .argument("<file>", "the backup")
  .action(async (file: string, _own: Options, command: Command) => {
    const options = command.optsWithGlobals<Options>();
    const secret = await secretOf(options, { isNew: false });
    const onProgress = sayProgress();
    const summary = await stoppable((signal) =>
      walkBackup(file, secret, { step: "reading", onProgress }, signal),
    );
    const { size } = statSync(file);
    answer(options, { file: path.resolve(file), size, ...summary }, [
      `${file}: ${sizeOf(size)}, whole and unaltered`,
      ...summaryLines(summary),
    ]);
  });

/** Never in place of another: the backups made with a key are lost with it. */
const writeKey = (file: string): void => {
  let handle: number;
  try {
    handle = openSync(file, "wx", 0o600);
  } catch (error) {
    throw new CommandFailed(`The key file ${file} cannot be made: ${fileTrouble(error)}.`);
  }
  try {
    writeSync(handle, newKeyText());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const key = withJson(new Command("key"))
  .description("make a new key file for backups")
  .argument("<file>", "where to")
  .action((file: string, _own: Options, command: Command) => {
    writeKey(file);
    answer(command.optsWithGlobals<Options>(), { file: path.resolve(file) }, [
      `${file} is there. Keep a copy in another place, on paper too: a backup is lost with its key.`,
    ]);
  });

/** `stepwell backup FILE`, `stepwell backup verify FILE`, `stepwell backup key FILE`. */
export const backupCommand = (): Command =>
  withSecret(withJson(new Command("backup")))
    .description(
      "write a snapshot of the whole database into a file, sealed; while everybody works on",
    )
    .argument("<file>", "where to; a file that is there is not written over")
    .action(take)
    .addCommand(verify)
    .addCommand(key);

import { Command } from "commander";
import { summaryLines, tellTrails } from "#server/app/commands/backup.ts";
import { sayProgress, stoppable } from "#server/app/commands/backup-progress.ts";
import {
  secretOf,
  withSecret,
  type SecretOptions,
} from "#server/app/commands/backup-secret-options.ts";
import { answer, CommandFailed, withAnyDatabase, withJson } from "#server/app/commands/command.ts";
import { verifyRestored } from "#server/app/commands/restored-trail.ts";
import { anchorFileOf } from "#server/app/product.ts";
import { findRunningInstance } from "#server/app/running-instance.ts";
import { readSettings } from "#server/app/settings.ts";
import { systemClock } from "#server/platform/clock.ts";
import { restoreBackup, type RestoreReport } from "#server/platform/backup/restore-backup.ts";

interface Options extends SecretOptions {
  readonly json?: boolean;
}

const linesOf = (report: RestoreReport): readonly string[] => [
  "Restored, read back and compared: every row, every sequence and every seal is as it was.",
  ...summaryLines(report.backup),
  `  ${report.errands} errands that waited are in the queue again`,
  ...(report.migrated.length === 0 ? [] : [`  migrated since: ${report.migrated.join(", ")}`]),
  ...(report.anchorsAside === null
    ? []
    : [`  the heads of the audit trail that were here are kept in ${report.anchorsAside}`]),
];

/** `stepwell restore FILE`: into an empty database, all of it or nothing. */
export const restoreCommand = (): Command =>
  withSecret(withJson(new Command("restore")))
    .description("restore a backup into an empty database, whole or not at all")
    .argument("<file>", "the backup")
    .action(async (file: string, options: Options) => {
      const running = findRunningInstance(readSettings().dataDir);
      if (running !== undefined)
        throw new CommandFailed(`Stepwell is running as process ${running.pid}. Stop it first.`);
      const secret = await secretOf(options, { isNew: false });
      const { report, trails } = await withAnyDatabase(async ({ settings, database, pool }) => {
        const { ownerUrl } = database;
        if (ownerUrl === undefined)
          throw new CommandFailed(
            "Set DATABASE_OWNER_URL to the role that owns the schema: it makes the tables.",
          );
        const anchorFile = anchorFileOf(settings);
        const onProgress = sayProgress();
        const order = { ownerUrl, file, secret, anchorFile, onProgress };
        const restored = await stoppable((signal) =>
          restoreBackup({ ...order, signal }, systemClock.now().round("second").toString()),
        );
        const verified = await verifyRestored(pool, anchorFile);
        await tellTrails(pool, "backup.restore");
        return { report: restored, trails: verified };
      });
      answer(options, { ...report, trails }, [
        ...linesOf(report),
        ...trails.map(
          (trail) =>
            `  audit trail of ${trail.organization}: ${trail.isIntact ? "nothing was altered" : "NOT INTACT, as it was when the backup was made: npx stepwell audit verify"}`,
        ),
      ]);
    });

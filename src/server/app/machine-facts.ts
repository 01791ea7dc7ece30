import { existsSync, statSync } from "node:fs";
import { access, constants, mkdir, statfs } from "node:fs/promises";
import path from "node:path";
import type { DiskFacts, MachineFacts } from "#domain/operations/health.ts";
import { ownMachine, type Settings } from "#server/app/settings.ts";
import { version } from "#server/app/version.ts";
import { readFailure } from "#server/platform/backup/backup-attempt.ts";
import { keptBackups } from "#server/platform/backup/backup-folder.ts";
import { readKeyFile } from "#server/platform/backup/backup-secret.ts";

const leastNode = "24.7";

const canWrite = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const diskOf = async (holds: DiskFacts["holds"], folder: string): Promise<DiskFacts> => {
  const canBeWritten = await canWrite(folder);
  const disk = await statfs(folder).catch(() => undefined);
  return {
    holds,
    folder,
    canBeWritten,
    freeBytes: disk === undefined ? null : disk.bavail * disk.bsize,
    totalBytes: disk === undefined ? null : disk.blocks * disk.bsize,
  };
};

const deviceOf = (folder: string): number | undefined =>
  statSync(folder, { throwIfNoEntry: false })?.dev;

const keyCanBeRead = (file: string): boolean => {
  try {
    readKeyFile(file);
    return true;
  } catch {
    return false;
  }
};

const backupsOf = ({
  backups,
  dataDir,
  databaseUrl,
}: Pick<Settings, "backups" | "dataDir" | "databaseUrl">): MachineFacts["backups"] => {
  if (backups === undefined) return null;
  const { folder, everyMinutes, keep, keyFile } = backups;
  const kept = keptBackups(folder);
  const [newest] = kept;
  const device = deviceOf(folder);
  return {
    folder,
    everyMinutes,
    keep,
    kept: kept.length,
    newest:
      newest === undefined
        ? null
        : {
            name: path.basename(newest.file),
            at: newest.at.toString(),
            bytes: statSync(newest.file, { throwIfNoEntry: false })?.size ?? 0,
          },
    keyCanBeRead: keyCanBeRead(keyFile),
    failure: readFailure(dataDir),
    isOnDiskOfData:
      databaseUrl === undefined && device !== undefined && device === deviceOf(dataDir),
  };
};

/** What this process and its machine know without asking the database. */
export const readMachineFacts = async (
  settings: Settings,
  isRunning: boolean,
): Promise<MachineFacts> => {
  const { backups, dataDir, databaseUrl, host, isDemo, publicUrl, root, smtpUrl } = settings;
  const data = await diskOf("data", dataDir);
  return {
    product: { version, isRunning, hasScreens: existsSync(path.join(root, "dist/web/staff.html")) },
    node: { version: process.versions.node, least: leastNode },
    disks: backups === undefined ? [data] : [data, await diskOf("backups", backups.folder)],
    backups: backupsOf(settings),
    settings: {
      database: databaseUrl === undefined ? "embedded" : "own",
      mail: smtpUrl === undefined ? "catcher" : "server",
      host,
      isOwnMachine: ownMachine.has(host),
      hasPublicUrl: publicUrl !== undefined,
      isDemo,
    },
  };
};

import path from "node:path";
import type { Temporal } from "temporal-polyfill";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Database } from "#server/app/open-database.ts";
import { anchorFileOf } from "#server/app/product.ts";
import type { Settings } from "#server/app/settings.ts";
import { version } from "#server/app/version.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { forgetFailure, noteFailure } from "#server/platform/backup/backup-attempt.ts";
import {
  backupNameAt,
  isBackupDue,
  removeAbandonedDrafts,
  removeOldBackups,
} from "#server/platform/backup/backup-folder.ts";
import { readKeyFile } from "#server/platform/backup/backup-secret.ts";
import { takeBackup } from "#server/platform/backup/take-backup.ts";
import { systemClock, type Clock } from "#server/platform/clock.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

type Backups = NonNullable<Settings["backups"]>;

const lookEveryMs = 60_000;
/** After a failure: a disk that is full does not empty itself within a minute. */
const tryAgainMinutes = 15;

interface Scheduled {
  readonly backups: Backups;
  readonly ownerUrl: string;
  readonly anchorFile: string;
  readonly now: Temporal.Instant;
  readonly signal?: AbortSignal;
}

/** Makes a backup where one is due, then removes what is beyond the number to keep. Answers its file, if it made one. */
export const backUpWhenDue = async (scheduled: Scheduled): Promise<string | undefined> => {
  const { backups, ownerUrl, anchorFile, now, signal } = scheduled;
  const { folder, keyFile, everyMinutes, keep } = backups;
  if (!isBackupDue(folder, everyMinutes, now)) return undefined;
  removeAbandonedDrafts(folder, now);
  const file = path.join(folder, backupNameAt(now));
  const anchors = openAnchorFile(anchorFile);
  await takeBackup({ ownerUrl, file, secret: readKeyFile(keyFile), anchors, version, signal });
  removeOldBackups(folder, keep);
  return file;
};

interface Schedule {
  readonly settings: Pick<Settings, "backups" | "dataDir">;
  readonly database: Pick<Database, "ownerUrl">;
  readonly lifetime: Lifetime;
  readonly say: (line: string) => void;
  readonly clock?: Clock;
}

/** Makes backups by itself where the settings say so: looks every minute whether the newest one is old enough. */
export const startBackups = (schedule: Schedule): void => {
  const { settings, database, lifetime, say, clock = systemClock } = schedule;
  const { backups } = settings;
  const { ownerUrl } = database;
  if (backups === undefined || ownerUrl === undefined) return;
  const stopping = new AbortController();
  const anchorFile = anchorFileOf(settings);
  let notBefore = clock.now();
  let running: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const now = clock.now();
    if (now.epochMilliseconds < notBefore.epochMilliseconds) return;
    try {
      const { signal } = stopping;
      const file = await backUpWhenDue({ backups, ownerUrl, anchorFile, now, signal });
      if (file === undefined) return;
      forgetFailure(settings.dataDir);
      say(`Backup written: ${file}`);
    } catch (error) {
      if (stopping.signal.aborted) return;
      noteFailure(settings.dataDir, now, error);
      notBefore = now.add({ minutes: tryAgainMinutes });
      say(`NO BACKUP WAS MADE: ${fileTrouble(error)}`);
    }
  };
  const begin = () => {
    running ??= look().finally(() => {
      running = undefined;
    });
  };
  begin();
  const timer = setInterval(begin, lookEveryMs).unref();
  lifetime.onStop(() => {
    clearInterval(timer);
    stopping.abort();
    return running;
  });
};

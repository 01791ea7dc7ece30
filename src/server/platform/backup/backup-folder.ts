import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { draftEnding } from "./take-backup.ts";

/** A backup that made itself: its file, and the moment it was begun. */
export interface KeptBackup {
  readonly file: string;
  readonly at: Temporal.Instant;
}

const namePattern = /^stepwell-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** The name a backup of this moment gets, UTC: `stepwell-20261119T200000Z.backup`. */
export const backupNameAt = (now: Temporal.Instant): string =>
  `stepwell-${now.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")}.backup`;

const momentOf = (name: string): Temporal.Instant | undefined => {
  const parts = namePattern.exec(name);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    return undefined;
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** The backups of a folder that made themselves, newest first; what has another name is nobody's business here. */
export const keptBackups = (folder: string): readonly KeptBackup[] =>
  namesIn(folder)
    .flatMap((name) => {
      const at = momentOf(name);
      return at === undefined ? [] : [{ file: path.join(folder, name), at }];
    })
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));

/** True when the newest is so old that another one is to be made. */
export const isBackupDue = (
  folder: string,
  everyMinutes: number,
  now: Temporal.Instant,
): boolean => {
  const [newest] = keptBackups(folder);
  if (newest === undefined) return true;
  const due = newest.at.add({ minutes: everyMinutes });
  return Temporal.Instant.compare(due, now) <= 0;
};

/** Removes the oldest ones beyond so many. Called after a new one stands, so that a broken disk empties no folder. */
export const removeOldBackups = (folder: string, keep: number): readonly string[] => {
  const old = keptBackups(folder).slice(keep);
  for (const { file } of old) rmSync(file, { force: true });
  return old.map(({ file }) => file);
};

const abandonedMs = 3_600_000;

/** Removes what killed backups have left: nobody has written to it for an hour. */
export const removeAbandonedDrafts = (folder: string, now: Temporal.Instant): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of namesIn(folder)) {
    if (!name.startsWith(".") || !name.endsWith(draftEnding)) continue;
    const file = path.join(folder, name);
    const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (now.epochMilliseconds - writtenAt > abandonedMs) rmSync(file, { force: true });
  }
};

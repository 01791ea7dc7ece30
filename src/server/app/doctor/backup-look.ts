import { statSync } from "node:fs";
import path from "node:path";
import type { Temporal } from "temporal-polyfill";
import { findingsOf, type Finding } from "#server/app/doctor/finding.ts";
import type { Settings } from "#server/app/settings.ts";
import { keptBackups } from "#server/platform/backup/backup-folder.ts";
import { readKeyFile } from "#server/platform/backup/backup-secret.ts";

const { fine, note, wrong } = findingsOf("backups");
const guide = "See docs/guides/backup.md.";

const ageOf = (minutes: number): string => {
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
};

const keyFinding = (keyFile: string): Finding => {
  try {
    readKeyFile(keyFile);
    return fine(`The key file ${keyFile} can be read`);
  } catch (error) {
    return wrong(
      error instanceof Error ? error.message : String(error),
      `STEPWELL_BACKUP_KEY_FILE names it. ${guide}`,
    );
  }
};

const newestFinding = (
  { folder, everyMinutes }: NonNullable<Settings["backups"]>,
  now: Temporal.Instant,
): Finding => {
  const kept = keptBackups(folder);
  const [newest] = kept;
  if (newest === undefined)
    return wrong(
      `No backup has been made in ${folder} yet`,
      "Start Stepwell: the first one is made at once; what it says then tells why if not.",
    );
  const minutes = Math.floor((now.epochMilliseconds - newest.at.epochMilliseconds) / 60_000);
  const name = path.basename(newest.file);
  return minutes <= 2 * everyMinutes
    ? fine(`The newest of ${kept.length} backups is ${ageOf(minutes)} old: ${name}`)
    : wrong(
        `The newest backup is ${ageOf(minutes)} old, and one is due every ${ageOf(everyMinutes)}: ${name}`,
        "Look at what the server says of backups, and at the disk of the folder.",
      );
};

const diskOf = (folder: string): number | undefined =>
  statSync(folder, { throwIfNoEntry: false })?.dev;

/** Whether backups are made by themselves, how old the newest is, and whether it would survive the disk. */
export const lookAtBackups = (
  { backups, databaseUrl, dataDir }: Pick<Settings, "backups" | "databaseUrl" | "dataDir">,
  now: Temporal.Instant,
): Finding[] => {
  if (backups === undefined)
    return [
      note(
        databaseUrl === undefined
          ? "No backups are made by themselves"
          : "Stepwell makes no backups; the server of DATABASE_URL has to",
        `Set STEPWELL_BACKUP_FOLDER and STEPWELL_BACKUP_KEY_FILE. ${guide}`,
      ),
    ];
  const findings = [keyFinding(backups.keyFile), newestFinding(backups, now)];
  const disk = diskOf(backups.folder);
  if (databaseUrl === undefined && disk !== undefined && disk === diskOf(dataDir))
    findings.push(
      note(
        "Backups lie on the same disk as the data: they are lost with it",
        "Put STEPWELL_BACKUP_FOLDER on another disk, or copy the files to another place.",
      ),
    );
  return findings;
};

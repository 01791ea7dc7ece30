import { finding, minutesSince } from "#domain/operations/finding.ts";
import type { BackupFacts, DiskFacts, MachineFacts } from "#domain/operations/health.ts";
import type { HealthFinding } from "#domain/operations/health-finding.ts";

const megabyte = 1_000_000;

/** Free space, in bytes, below which it is told: a database stops when its disk is full. */
export const diskLimits = { full: 500 * megabyte, low: 2000 * megabyte } as const;

const isOlder = (version: string, least: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
};

const diskFindings = ({ holds, folder, canBeWritten, freeBytes }: DiskFacts): HealthFinding[] => {
  if (!canBeWritten)
    return [finding("folder-not-writable", "urgent", { values: { holds, folder } })];
  if (freeBytes === null) return [];
  const values = { holds, folder, freeBytes, leastBytes: diskLimits.low };
  if (freeBytes < diskLimits.full) return [finding("disk-full", "urgent", { values })];
  if (freeBytes < diskLimits.low) return [finding("disk-low", "wrong", { values })];
  return [finding("disk-fine", "fine", { values })];
};

/** A backup may be as late as one that is due: the disk may have been away for a while. */
const lateFactor = 2;

const newestFinding = (backups: BackupFacts, now: string): HealthFinding => {
  const { newest, folder, everyMinutes, kept } = backups;
  if (newest === null) return finding("backup-missing", "wrong", { values: { folder } });
  const minutes = minutesSince(newest.at, now);
  const values = { minutes, everyMinutes, kept, name: newest.name };
  return minutes > lateFactor * everyMinutes
    ? finding("backup-late", "urgent", { since: newest.at, values })
    : finding("backups-fine", "fine", { since: newest.at, values });
};

const backupFindings = (machine: MachineFacts, now: string): HealthFinding[] => {
  const { backups, settings, disks } = machine;
  if (backups === null)
    return settings.database === "own"
      ? [finding("backups-none-own", "note")]
      : [finding("backups-none-embedded", settings.isDemo ? "note" : "urgent")];
  const { folder, failure, newest } = backups;
  const found = [newestFinding(backups, now)];
  if (!backups.keyCanBeRead) found.push(finding("backup-key-unreadable", "urgent"));
  if (failure !== null)
    found.push(
      finding("backup-failed", "urgent", {
        since: failure.at,
        values: { why: failure.code, folder },
      }),
    );
  if (backups.isOnDiskOfData)
    found.push(finding("backups-on-disk-of-data", "note", { values: { folder } }));
  const free = disks.find((disk) => disk.holds === "backups")?.freeBytes ?? null;
  if (free !== null && newest !== null && free < newest.bytes && free >= diskLimits.full)
    found.push(
      finding("disk-short-for-backup", "wrong", {
        values: { freeBytes: free, bytes: newest.bytes, folder },
      }),
    );
  return found;
};

const settingsFindings = ({ settings }: MachineFacts): HealthFinding[] => {
  const { host } = settings;
  const found = [
    settings.database === "own"
      ? finding("settings-own-database", "fine")
      : finding("settings-embedded-database", "note"),
    settings.mail === "server"
      ? finding("letters-leave", "fine")
      : finding("letters-caught", "note"),
  ];
  if (!settings.isOwnMachine && !settings.hasPublicUrl)
    found.push(finding("links-lead-nowhere", "wrong", { values: { host } }));
  if (settings.isDemo && !settings.isOwnMachine)
    found.push(finding("demo-reachable", "urgent", { values: { host } }));
  if (settings.isDemo && settings.database === "own")
    found.push(finding("demo-on-own-database", "urgent"));
  return found;
};

/** What the process and its machine come to, without a database. */
export const machineFindings = (machine: MachineFacts, now: string): HealthFinding[] => {
  const { node, product } = machine;
  return [
    isOlder(node.version, node.least)
      ? finding("node-too-old", "wrong", { values: { version: node.version, least: node.least } })
      : finding("node-fine", "fine", { values: { version: node.version } }),
    product.isRunning
      ? finding("product-fine", "fine", { values: { version: product.version } })
      : finding("product-not-running", "note"),
    ...(product.hasScreens ? [] : [finding("screens-not-built", "wrong")]),
    ...machine.disks.flatMap(diskFindings),
    ...backupFindings(machine, now),
    ...settingsFindings(machine),
  ];
};

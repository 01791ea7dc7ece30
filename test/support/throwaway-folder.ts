import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { databaseUser } from "#server/platform/postgres/database-user.ts";
import { stopOrphan } from "#server/platform/postgres/orphan.ts";
import { processIdentity } from "#server/platform/postgres/process-identity.ts";

const disk = "/tmp";
const memory = "/dev/shm";
const roomBytes = 2_000_000_000;

/**
 * A folder for this run that the database user can pass through. It lies in memory where there is room:
 * PostgreSQL makes hundreds of small files for each database, which a disk may take a millisecond for.
 */
export const makeThrowawayFolder = (): string => {
  const folder = mkdtempSync(`${hasRoom(memory) ? memory : disk}/stepwell-test-${process.pid}-`);
  chmodSync(folder, 0o711);
  return folder;
};

/** Clears what killed test runs have left: their PostgreSQL goes on until somebody stops it. */
export const sweepThrowawayFolders = async (): Promise<void> => {
  for (const place of [disk, memory]) {
    for (const folder of leftFolders(place)) {
      await stopAllIn(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

const hasRoom = (place: string): boolean => {
  try {
    accessSync(place, constants.W_OK);
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize > roomBytes;
  } catch {
    return false;
  }
};

const leftFolders = (place: string): string[] =>
  namesIn(place).flatMap((name) => {
    const pid = /^stepwell-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || processIdentity(Number(pid)) !== undefined) return [];
    const folder = path.join(place, name);
    return statSync(folder).uid === process.getuid?.() ? [folder] : [];
  });

const namesIn = (place: string): string[] => {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
};

const stopAllIn = async (folder: string): Promise<void> => {
  for (const name of readdirSync(folder)) {
    const dataDir = path.join(folder, name);
    if (/^pg\d+$/.test(name)) await stopOrphan(dataDir, databaseUser([dataDir]));
  }
};

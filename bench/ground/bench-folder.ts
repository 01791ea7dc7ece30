import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { databaseUser } from "#server/platform/postgres/database-user.ts";
import { stopOrphan } from "#server/platform/postgres/orphan.ts";
import { processIdentity } from "#server/platform/postgres/process-identity.ts";

const place = os.tmpdir();

/** A folder of this run on the machine's temporary disk, which the database user can pass through. */
export const makeBenchFolder = (): string => {
  const folder = mkdtempSync(path.join(place, `stepwell-bench-${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
};

export const removeBenchFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

const isLeft = (name: string): boolean => {
  const pid = /^stepwell-bench-(\d+)-/.exec(name)?.[1];
  if (pid === undefined || processIdentity(Number(pid)) !== undefined) return false;
  return statSync(path.join(place, name)).uid === process.getuid?.();
};

/** Clears what killed runs have left: their PostgreSQL goes on until somebody stops it. */
export const sweepBenchFolders = async (): Promise<void> => {
  for (const name of readdirSync(place).filter(isLeft)) {
    const folder = path.join(place, name);
    for (const inner of readdirSync(folder).filter((one) => /^pg\d+$/.test(one))) {
      const dataDir = path.join(folder, inner);
      await stopOrphan(dataDir, databaseUser([dataDir]));
    }
    removeBenchFolder(folder);
  }
};

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { PostgresError } from "./postgres-error.ts";
import { processIdentity } from "./process-identity.ts";

const ownerSchema = z.object({ pid: z.int(), identity: z.string() });

/** Thrown when the data folder is in use by a process that lives. */
export class DataFolderInUse extends PostgresError {
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`The database in ${dataDir} is in use by process ${pid}.`);
    this.pid = pid;
  }
}

/**
 * Refuses when a living process has started PostgreSQL on this data folder, so that its database is
 * not taken for an orphan. What a process that is gone has written does not count.
 */
export const refuseLiveOwner = (dataDir: string): void => {
  const owner = readOwner(dataDir);
  if (owner === undefined) return;
  if (processIdentity(owner.pid) === owner.identity) throw new DataFolderInUse(dataDir, owner.pid);
};

/** Writes this process down as the one whose PostgreSQL runs on the data folder. */
export const writeOwner = (dataDir: string): void => {
  const owner = { pid: process.pid, identity: processIdentity(process.pid) ?? "" };
  writeFileSync(ownerFile(dataDir), JSON.stringify(owner), { mode: 0o600 });
};

/** Takes the note back after PostgreSQL was stopped in order. */
export const removeOwner = (dataDir: string): void => {
  rmSync(ownerFile(dataDir), { force: true });
};

const readOwner = (dataDir: string): z.infer<typeof ownerSchema> | undefined => {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(dataDir), "utf8")));
  } catch {
    return undefined;
  }
};

const ownerFile = (dataDir: string): string => {
  return `${dataDir}.owner.json`;
};

import { existsSync } from "node:fs";
import { addressOf } from "./address.ts";
import type { PostgresAddress } from "./embedded-postgres.ts";
import { locate } from "./location.ts";
import { isPostmasterOf } from "./orphan.ts";
import { findPasswords } from "./passwords.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

/**
 * Finds the PostgreSQL that a running server has started for this installation, so that the command
 * line can work beside it. Undefined when none accepts connections or its passwords cannot be read.
 */
export const findPostgres = (
  installation: string,
  binDir?: string,
): PostgresAddress | undefined => {
  if (!existsSync(installation)) return undefined;
  const { dataDir, folder, version } = locate(installation, binDir);
  const file = readPostmasterFile(dataDir);
  const passwords = findPasswords(folder);
  if (!file?.isReady || passwords === undefined) return undefined;
  if (!isPostmasterOf(file.pid, dataDir)) return undefined;
  return addressOf({ version, dataDir, socketDir: file.socketDir, pid: file.pid }, passwords);
};

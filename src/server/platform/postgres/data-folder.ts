import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseUser } from "./database-user.ts";
import { stopAllIn } from "./orphan.ts";
import { PostgresError } from "./postgres-error.ts";
import { runProgram } from "./run-program.ts";

/** Name of the superuser of every data folder made here. */
export const superuser = "postgres";

/** What is needed to make a data folder. */
export interface NewDataFolder {
  readonly binDir: string;
  readonly version: number;
  readonly user: DatabaseUser;
  readonly superPassword: string;
  /** A folder the database user can enter, for the file that hands the password over. */
  readonly handover: string;
  /** Whether the files must have reached the disk; tests do without. */
  readonly durable: boolean;
}

/**
 * Makes the data folder unless it is there, and tells whether it did. It is made under another name
 * and renamed when complete, so one that an interrupted start left behind is thrown away and made anew.
 */
export const ensureDataFolder = async (
  dataDir: string,
  making: NewDataFolder,
): Promise<boolean> => {
  if (existsSync(dataDir)) {
    refuseForeign(dataDir, making.user);
    return false;
  }
  await removeUnfinished(dataDir, making.user);
  // A name of its own for each attempt, so that no two of them ever write into one folder.
  const unfinished = `${dataDir}.unfinished-${process.pid}`;
  const passwordFile = join(making.handover, "password");
  try {
    writeFileSync(passwordFile, `${making.superPassword}\n`, { mode: 0o600 });
    if (making.user.isOther) chownSync(passwordFile, making.user.uid, making.user.gid);
    await initialize(unfinished, passwordFile, making);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, dataDir);
  return true;
};

/** Removes what killed starts were making. Their initdb may still be at it, and would write while one removes. */
const removeUnfinished = async (dataDir: string, user: DatabaseUser): Promise<void> => {
  const folder = dirname(dataDir);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(dataDir)}.unfinished`)) continue;
    await stopAllIn(join(folder, name), user);
    remove(join(folder, name));
  }
};

const remove = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
};

const refuseForeign = (dataDir: string, user: DatabaseUser): void => {
  const { uid } = statSync(dataDir);
  if (uid === user.uid) return;
  throw new PostgresError(
    `The database in ${dataDir} belongs to user ${uid}, and this is user ${user.uid}. ` +
      "Start as the user who made it, or set STEPWELL_DATA to another folder.",
  );
};

const initialize = async (
  dir: string,
  passwordFile: string,
  making: NewDataFolder,
): Promise<void> => {
  const { binDir, version, user, durable } = making;
  const common = [
    // The folder it works in: there a later start finds it, and once the folder is removed no name makes it again.
    "--pgdata=.",
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const failures: unknown[] = [];
  for (const locale of localeChoices(version)) {
    emptyFolder(dir, user);
    try {
      return await runProgram(join(binDir, "initdb"), [...common, ...locale], user, {
        folder: dir,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures[0];
};

/**
 * Sort order must not depend on the machine's libraries, or indexes break when they change. PostgreSQL
 * has such an order built in from 17 on; before that the C library's C.UTF-8 comes closest, and plain C
 * where the machine does not know it.
 */
const localeChoices = (version: number): readonly (readonly string[])[] => {
  if (version >= 17) {
    return [["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]];
  }
  return [["--locale=C.UTF-8"], ["--locale=C"]];
};

const emptyFolder = (dir: string, user: DatabaseUser): void => {
  remove(dir);
  mkdirSync(dir);
  chmodSync(dir, 0o700);
  if (user.isOther) chownSync(dir, user.uid, user.gid);
};

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { spawnOptions, type DatabaseUser } from "./database-user.ts";
import { PostgresError } from "./postgres-error.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { processCommand, processIdentity } from "./process-identity.ts";
import { removeSocketFolder } from "./socket-folder.ts";

/**
 * Stops a PostgreSQL that outlived the server which started it, and clears what a killed one left
 * behind. The caller makes sure first that no living server owns the data folder.
 */
export const stopOrphan = async (dataDir: string, user: DatabaseUser): Promise<void> => {
  const file = readPostmasterFile(dataDir);
  if (file === undefined) return;
  if (isPostmasterOf(file.pid, dataDir)) await stopProcess(file.pid);
  if (readPostmasterFile(dataDir) !== undefined) await clearAfterKill(dataDir, user);
  removeSocketFolder(file.socketDir);
};

/** The number in the file may have been given to another program since; its command line tells. */
export const isPostmasterOf = (pid: number, dataDir: string): boolean => {
  return processIdentity(pid) !== undefined && processCommand(pid).includes(dataDir);
};

const stopProcess = async (pid: number): Promise<void> => {
  const identity = processIdentity(pid);
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    signalProcess(pid, signal);
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (processIdentity(pid) !== identity) return;
      await pause(20);
    }
  }
  throw new PostgresError(`PostgreSQL of an earlier start (process ${pid}) cannot be stopped.`);
};

const signalProcess = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if (processIdentity(pid) === undefined) return;
    throw new PostgresError(
      `PostgreSQL of an earlier start (process ${pid}) runs as another user and has to be stopped by that user.`,
      { cause },
    );
  }
};

/**
 * After `kill -9` of the postmaster a session in the middle of long work may go on, and the file with
 * its number stays. PostgreSQL refuses to start when that number has since been given to any program,
 * so the file goes once no session is left. Elsewhere than on Linux PostgreSQL's own check decides.
 */
const clearAfterKill = async (dataDir: string, user: DatabaseUser): Promise<void> => {
  if (process.platform !== "linux") return;
  await stopAllIn(dataDir, user);
  rmSync(join(dataDir, "postmaster.pid"), { force: true });
};

/** Returns when nothing works inside a folder any more; elsewhere than on Linux at once. */
export const stopAllIn = async (folder: string, user: DatabaseUser): Promise<void> => {
  if (process.platform !== "linux") return;
  for (let attempt = 0; killAllIn(folder, user); attempt++) {
    if (attempt > 50) throw new PostgresError(`What works in ${folder} cannot be stopped.`);
    await pause(100);
  }
};

/**
 * Kills what works inside a folder and tells whether there was anything. Done as the database user, who
 * may look into its own processes where a confined root may not.
 */
const killAllIn = (folder: string, user: DatabaseUser): boolean => {
  const script =
    'for p in /proc/[0-9]*; do [ "$(readlink "$p/cwd")" = "$1" ] && kill -9 "${p#/proc/}" && echo "$p"; done';
  const answer = spawnSync("/bin/sh", ["-c", script, "sh", folder], {
    ...spawnOptions(user),
    encoding: "utf8",
  });
  return (answer.stdout ?? "") !== "";
};

import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { spawnOptions, type DatabaseUser } from "./database-user.ts";
import { PostgresError } from "./postgres-error.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

/** A postmaster that this process started. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** What to start, and where. */
export interface PostmasterStart {
  readonly binDir: string;
  readonly dataDir: string;
  readonly logFile: string;
  readonly args: readonly string[];
  readonly user: DatabaseUser;
}

/**
 * Starts `postgres` and waits until it accepts connections, however long it repairs itself after a
 * crash. It gets a session of its own, so that Ctrl-C reaches only this process, which stops it in order.
 */
export const startPostmaster = async (start: PostmasterStart): Promise<Postmaster> => {
  const log = openLog(start.logFile);
  const logBefore = statSync(start.logFile).size;
  const child = spawn(join(start.binDir, "postgres"), ["-D", start.dataDir, ...start.args], {
    ...spawnOptions(start.user),
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  await untilReady(child, start, logBefore);
  const { pid } = child;
  if (pid === undefined) throw new PostgresError("PostgreSQL could not be started.");
  return { pid, exited, stop: () => stopChild(child, exited) };
};

const untilReady = async (child: ChildProcess, start: PostmasterStart, logBefore: number) => {
  let failure: Error | undefined;
  child.once("error", (error) => (failure = error));
  for (;;) {
    const file = readPostmasterFile(start.dataDir);
    if (file?.isReady && file.pid === child.pid) return;
    if (failure) throw new PostgresError("PostgreSQL could not be started.", { cause: failure });
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new PostgresError(`PostgreSQL did not start:\n${logSince(start.logFile, logBefore)}`);
    }
    await pause(10);
  }
};

/** Ends sessions and stops in order; after ten seconds at once, after fifteen by force. */
const stopChild = async (child: ChildProcess, exited: Promise<void>): Promise<void> => {
  const attempts = [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, patience] of attempts) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exited, pause(patience, undefined, { ref: false })]);
  }
};

const logLimitBytes = 5_000_000;

const openLog = (path: string): number => {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(path, `${path}.old`);
  return openSync(path, "a", 0o600);
};

const logSince = (path: string, offset: number): string => {
  return readFileSync(path).subarray(offset).toString().trim();
};

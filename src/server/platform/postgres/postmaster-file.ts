import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running PostgreSQL writes about itself into `postmaster.pid` of its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketDir: string;
  /** True once it accepts connections. */
  readonly isReady: boolean;
}

/**
 * Reads `postmaster.pid`: undefined when there is none or it is not written to its end yet. Asked in
 * place of a connection, because a socket or port may be answered by somebody else's server.
 */
export const readPostmasterFile = (dataDir: string): PostmasterFile | undefined => {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, socketDir: lines[4] ?? "", isReady: lines[7]?.trim() === "ready" };
};

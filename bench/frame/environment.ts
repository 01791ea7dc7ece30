import { execFileSync } from "node:child_process";
import os from "node:os";

/** What a figure was measured on; never the name of a machine. */
export interface Environment {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly platform: string;
  readonly node: string;
  readonly loadAverage: readonly number[];
  readonly commit: string;
}

const git = (root: string, args: readonly string[]): string =>
  execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();

const commitOf = (root: string): string => {
  try {
    const commit = git(root, ["rev-parse", "--short", "HEAD"]);
    return git(root, ["status", "--porcelain"]) === "" ? commit : `${commit}-changed`;
  } catch {
    return "unknown";
  }
};

export const readEnvironment = (root: string): Environment => {
  const cpus = os.cpus();
  return {
    cpu: (cpus[0]?.model ?? "unknown").replace(/\s+/g, " ").trim(),
    cores: cpus.length,
    memoryMb: Math.round(os.totalmem() / 1_000_000),
    platform: `${os.platform()} ${os.arch()}`,
    node: process.versions.node,
    loadAverage: os.loadavg().map((one) => Math.round(one * 100) / 100),
    commit: commitOf(root),
  };
};

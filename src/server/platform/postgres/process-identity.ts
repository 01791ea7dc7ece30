import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a living process apart from a later one that was given the same number: the moment it
 * started, on this boot of the machine. Undefined when no such process lives; a zombie counts as gone.
 */
export const processIdentity = (pid: number): string | undefined => {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
};

const fromProc = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === undefined || state === "Z" || state === "X" || startTicks === undefined) {
      return undefined;
    }
    return `${bootId()}-${startTicks}`;
  } catch {
    return undefined;
  }
};

const bootId = (): string => {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
};

const fromPs = (pid: number): string | undefined => {
  const answer = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const line = answer.stdout?.trim() ?? "";
  if (answer.status !== 0 || line === "" || line.startsWith("Z")) return undefined;
  return line.slice(line.indexOf(" ")).trim();
};

/** The command a living process was started with, arguments included; empty when it cannot be read. */
export const processCommand = (pid: number): string => {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
};

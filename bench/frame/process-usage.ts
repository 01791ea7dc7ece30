import { readdirSync, readFileSync } from "node:fs";

/** The kernel's unit of CPU time; 100 a second on every Linux that Node runs on. */
const ticksPerSecond = 100;

interface Stat {
  readonly parent: number;
  readonly cpuMs: number;
  /** Of its children that have ended. */
  readonly endedChildrenCpuMs: number;
}

// Fields of proc_pid_stat(5), counted after the command, which stands in brackets and may hold anything.
const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const msOf = (user: number, system: number) =>
      ((Number(fields[user]) + Number(fields[system])) * 1000) / ticksPerSecond;
    return { parent: Number(fields[1]), cpuMs: msOf(11, 12), endedChildrenCpuMs: msOf(13, 14) };
  } catch {
    return undefined;
  }
};

/** CPU time of one process so far; null where there is no /proc. */
export const cpuMsOf = (pid: number): number | null => statOf(pid)?.cpuMs ?? null;

/** Nanoseconds a process of one thread has run: ticks are too coarse for twenty processes that share a second. */
const exactMsOf = (pid: number): number | undefined => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "latin1").split(" ")[0]) / 1e6;
  } catch {
    return undefined;
  }
};

/** CPU time of a PostgreSQL so far: its first process and all that it started, running or ended; null where there is no /proc. */
export const cpuMsOfPostgres = (pid: number): number | null => {
  const first = statOf(pid);
  if (first === undefined) return null;
  const running = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map((one) => ({ one, stat: statOf(one) }))
    .filter(({ stat }) => stat?.parent === pid);
  return running.reduce(
    (sum, { one, stat }) => sum + (exactMsOf(one) ?? stat?.cpuMs ?? 0),
    (exactMsOf(pid) ?? first.cpuMs) + first.endedChildrenCpuMs,
  );
};

/** Memory of a process that is in use now, in MB; null where there is no /proc. */
export const rssMbOf = (pid: number): number | null => {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return line === null ? null : Math.round(Number(line[1]) / 1000);
  } catch {
    return null;
  }
};

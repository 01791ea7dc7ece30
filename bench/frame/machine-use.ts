import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";

const ticksPerSecond = 100;
const msOf = (ticks: number): number => (ticks * 1000) / ticksPerSecond;

/** CPU time since the machine was started: of everybody, and of this run's own processes. */
export interface MachineUse {
  readonly atMs: number;
  readonly everybodyMs: number;
  readonly ownMs: number;
}

const everybodyMs = (): number => {
  const line = readFileSync("/proc/stat", "latin1").split("\n", 1)[0] ?? "";
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return msOf(user + nice + system + irq + softIrq);
};

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

const processes = (): Process[] =>
  readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const text = readFileSync(`/proc/${name}/stat`, "latin1");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
      return [{ pid: Number(name), parent: Number(fields[1]), cpuMs: msOf(ticks) }];
    } catch {
      return [];
    }
  });

/** Processes that this one started, and those that they started, ended ones included. */
const ownMs = (): number => {
  const byParent = Map.groupBy(processes(), (one) => one.parent);
  const sum = (one: Process): number =>
    (byParent.get(one.pid) ?? []).reduce((total, child) => total + sum(child), one.cpuMs);
  const self = [...byParent.values()].flat().find((one) => one.pid === process.pid);
  return self === undefined ? 0 : sum(self);
};

/** Null where there is no /proc. */
export const readMachineUse = (): MachineUse | null => {
  try {
    return { atMs: performance.now(), everybodyMs: everybodyMs(), ownMs: ownMs() };
  } catch {
    return null;
  }
};

/** The kernel counts in steps of 10 ms: of less than this nothing can be said. */
const shortestMs = 200;

/** How much of all cores other programs took between two looks, from 0 to 1; null where it cannot be told. */
export const othersShare = (before: MachineUse | null, after: MachineUse | null): number | null => {
  if (before === null || after === null || after.atMs - before.atMs < shortestMs) return null;
  const others = after.everybodyMs - before.everybodyMs - (after.ownMs - before.ownMs);
  const available = (after.atMs - before.atMs) * os.availableParallelism();
  return Math.min(1, Math.max(0, others / available));
};

import { z } from "zod";
import { units } from "../frame/benchmark.ts";
import type { Environment } from "../frame/environment.ts";
import type { BenchmarkReport, Report } from "../frame/report.ts";
import type { Verdict } from "../frame/verdict.ts";

const targetSchema = z.union([
  z.object({ ratioAtLeast: z.number() }),
  z.object({ ratioAtMost: z.number() }),
  z.object({ atMost: z.number() }),
  z.object({ p95AtMost: z.number() }),
]);

const keptCaseSchema = z.object({
  case: z.string(),
  unit: z.enum(units),
  /** The median of the product, and of the best ceiling measured beside it. */
  value: z.number(),
  ceiling: z.number().nullable(),
  ratio: z.number().nullable(),
  /** CPU time of node and PostgreSQL, the product's divided by the ceiling's. */
  cpuRatio: z.number().nullable(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  targets: z.array(targetSchema),
  isReached: z.boolean().nullable(),
  /** How much of the machine other programs took, from 0 to 1; null where it cannot be told. */
  othersShare: z.number().nullable(),
});
export type KeptCase = z.output<typeof keptCaseSchema>;

/** One benchmark of one run: a line of its history. */
export const keptRunSchema = z.object({
  date: z.iso.date(),
  commit: z.string(),
  /** What the machine is, never which one: `2 × CPU model, 8 GB`. */
  machine: z.string(),
  node: z.string(),
  /** Of the last minute, when the run began. */
  load: z.number(),
  rounds: z.number(),
  seconds: z.number(),
  cases: z.array(keptCaseSchema).min(1),
});
export type KeptRun = z.output<typeof keptRunSchema>;

export const machineOf = ({ cores, cpu, memoryMb }: Environment): string =>
  `${cores} × ${cpu}, ${Math.round(memoryMb / 1000)} GB`;

const significant = (value: number): number => Number(value.toPrecision(4));
const kept = (value: number | null | undefined): number | null =>
  typeof value === "number" ? significant(value) : null;

const keptCaseOf = (verdict: Verdict): KeptCase[] => {
  const subject = verdict.standings.find((one) => one.role === "subject");
  if (subject === undefined || verdict.failed.length > 0) return [];
  const { p50Ms, p95Ms, p99Ms } = subject.figures;
  return [
    {
      case: verdict.case,
      unit: verdict.unit,
      value: significant(subject.value),
      ceiling: kept(verdict.ratio === null ? null : subject.value / verdict.ratio),
      ratio: kept(verdict.ratio),
      cpuRatio: kept(verdict.cpuRatio),
      p50Ms: kept(p50Ms),
      p95Ms: kept(p95Ms),
      p99Ms: kept(p99Ms),
      targets: [...verdict.targets],
      isReached: verdict.isReached,
      othersShare: kept(verdict.othersShare),
    },
  ];
};

/** What is kept of a benchmark; undefined where no case of it counts. */
export const keptRunOf = (report: Report, benchmark: BenchmarkReport): KeptRun | undefined => {
  const { environment, measuredAt, pace } = report;
  const cases = benchmark.verdicts.flatMap(keptCaseOf);
  if (cases.length === 0) return undefined;
  return {
    date: measuredAt.slice(0, 10),
    commit: environment.commit,
    machine: machineOf(environment),
    node: environment.node,
    load: environment.loadAverage[0] ?? 0,
    rounds: benchmark.cases[0]?.series[0]?.rounds.length ?? pace.rounds,
    seconds: pace.seconds,
    cases,
  };
};

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./environment.ts";
import type { Pace } from "./benchmark.ts";
import type { BenchmarkResult, CaseResult } from "./rounds.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

export interface BenchmarkReport {
  readonly name: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** Every round as it was measured. */
  readonly cases: readonly CaseResult[];
}

export interface Report {
  readonly measuredAt: string;
  readonly pace: Pace;
  readonly environment: Environment;
  readonly benchmarks: readonly BenchmarkReport[];
}

export const reportOf = (result: BenchmarkResult): BenchmarkReport => ({
  name: result.name,
  summary: result.summary,
  notes: result.notes,
  verdicts: result.cases.map(verdictOf),
  cases: result.cases,
});

const asText = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

export const writeReport = (file: string, report: Report): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, asText(report));
};

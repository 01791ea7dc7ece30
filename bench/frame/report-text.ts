import { isCount, type Figures, type Target, type Unit } from "./benchmark.ts";
import type { Environment } from "./environment.ts";
import type { BenchmarkReport } from "./report.ts";
import { figureNames, type Standing, type Verdict } from "./verdict.ts";

const headings: Readonly<Record<(typeof figureNames)[number], string>> = {
  p50Ms: "p50 ms",
  p95Ms: "p95 ms",
  p99Ms: "p99 ms",
  nodeCpuMs: "node CPU ms",
  postgresCpuMs: "PG CPU ms",
  rssMb: "RSS MB",
};

const decimals = (value: number): number => {
  if (value >= 100) return 0;
  return value >= 10 ? 1 : 2;
};
const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : value.toFixed(decimals(value));
const cpu = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : value.toFixed(3);

const amount = (value: number, unit: Unit): string =>
  `${isCount(unit) ? value.toFixed(0) : figure(value)} ${unit}`;

const cellsOf = (figures: Figures): string[] =>
  figureNames.map((name) =>
    name === "nodeCpuMs" || name === "postgresCpuMs" ? cpu(figures[name]) : figure(figures[name]),
  );

/** A ratio as people say it: 0.67 for two thirds, 0.4 and not 0.40. */
export const share = (value: number): string => String(Number(value.toFixed(2)));

const targetText = (target: Target, unit: Unit): string => {
  if ("atMost" in target) return `at most ${target.atMost} ${unit}`;
  if ("p95AtMost" in target) return `p95 at most ${target.p95AtMost} ms`;
  return "ratioAtLeast" in target
    ? `at least ${share(target.ratioAtLeast)} of the ceiling`
    : `at most ${share(target.ratioAtMost)} times the floor`;
};

/** Above this share of the machine the work of others moves the figures. */
const disturbing = 0.1;

/** The line that says what a case came to. */
export const conclusionOf = (verdict: Verdict): string => {
  const { failed, ratio, cpuRatio, othersShare, targets, unit, isReached } = verdict;
  if (failed.length > 0) return `does not count: ${failed.join(", ")} answered wrongly`;
  const parts: string[] = [];
  if (ratio !== null) parts.push(`ratio ${ratio.toFixed(2)}`);
  if (targets.length > 0)
    parts.push(`target ${targets.map((target) => targetText(target, unit)).join(" and ")}`);
  if (isReached !== null) parts.push(isReached ? "reached" : "not reached");
  if (cpuRatio !== null) parts.push(`CPU time ${cpuRatio.toFixed(2)} times the ceiling's`);
  if (othersShare !== null && othersShare > disturbing && !isCount(unit))
    parts.push(`other programs took up to ${(othersShare * 100).toFixed(0)} % of the machine`);
  return parts.join(", ");
};

const rowOf = (one: Standing, verdict: Verdict): string[] => [
  verdict.case,
  one.role === "subject" ? one.contender : `${one.contender} (${one.role})`,
  amount(one.value, verdict.unit),
  `${figure(one.lowest)} to ${figure(one.highest)}`,
  ...cellsOf(one.figures),
];

const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
};

const withoutEmptyColumns = (rows: readonly (readonly string[])[]): string[][] => {
  const columns = (rows[0] ?? []).map((_, column) =>
    rows.slice(1).some((row) => (row[column] ?? "") !== ""),
  );
  return rows.map((row) => row.filter((_, column) => columns[column]));
};

/** One benchmark as a person reads it: a table, then a line for each case. */
export const benchmarkText = (report: BenchmarkReport): string => {
  const heading = [
    "case",
    "contender",
    "median",
    "rounds",
    ...figureNames.map((name) => headings[name]),
  ];
  const rows = report.verdicts.flatMap((verdict) =>
    verdict.standings.map((one) => rowOf(one, verdict)),
  );
  const conclusions = report.verdicts
    .map((verdict) => ({ verdict, conclusion: conclusionOf(verdict) }))
    .filter(({ conclusion }) => conclusion !== "")
    .map(({ verdict, conclusion }) => `  ${verdict.case}: ${conclusion}`);
  return [
    `${report.name}: ${report.summary}`,
    ...report.notes.map((note) => `  ${note}`),
    ...table(withoutEmptyColumns([heading, ...rows])).map((line) => `  ${line}`),
    ...conclusions,
    "",
  ].join("\n");
};

export const environmentText = (environment: Environment): string =>
  [
    `${environment.cores} × ${environment.cpu}, ${environment.memoryMb} MB, ${environment.platform}`,
    `Node ${environment.node}, commit ${environment.commit}, load average ${environment.loadAverage.join(" ")}`,
    "",
  ].join("\n");

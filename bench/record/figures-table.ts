import { isCount, type Target, type Unit } from "../frame/benchmark.ts";
import { share } from "../frame/report-text.ts";
import { isRate, takenByOthers } from "./course.ts";
import type { KeptCase, KeptRun } from "./kept-run.ts";

const figure = (value: number): string => {
  if (value >= 1000) return Math.round(value).toLocaleString("en-US");
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

const amount = (value: number, unit: Unit): string =>
  `${isCount(unit) ? value.toFixed(0) : figure(value)} ${unit}`;

const limitOf = (target: Target, unit: Unit): string => {
  if ("atMost" in target) return `at most ${amount(target.atMost, unit)}`;
  if ("p95AtMost" in target) return `p95 at most ${target.p95AtMost} ms`;
  return "ratioAtLeast" in target
    ? `at least ${share(target.ratioAtLeast)}`
    : `at most ${share(target.ratioAtMost)} times`;
};

/** How far from the limit that is hardest to hold: below 1 it is kept with room to spare. */
const nearness = ({ targets, value, ratio, p95Ms }: KeptCase): number | null => {
  const used = targets.flatMap((target) => {
    if ("atMost" in target) return [value / target.atMost];
    if ("p95AtMost" in target) return p95Ms === null ? [] : [p95Ms / target.p95AtMost];
    if (ratio === null || ratio === 0) return [];
    return "ratioAtLeast" in target ? [target.ratioAtLeast / ratio] : [ratio / target.ratioAtMost];
  });
  return used.length === 0 ? null : Math.max(...used);
};

const nearText = (one: KeptCase): string => {
  const near = nearness(one);
  if (near === null) return "–";
  if (one.isReached === true) return `reached, ${(near * 100).toFixed(0)} % of it used`;
  return `not reached, ${near.toFixed(near < 1.1 ? 2 : 1)} times ${isRate(one.unit) ? "too slow" : "as much"}`;
};

const rowOf = (one: KeptCase): string[] => [
  one.case,
  [amount(one.value, one.unit), one.p95Ms === null ? "" : `p95 ${figure(one.p95Ms)} ms`]
    .filter((part) => part !== "")
    .join(", "),
  one.ceiling === null ? "–" : amount(one.ceiling, one.unit),
  one.ratio === null ? "–" : one.ratio.toFixed(2),
  one.targets.map((target) => limitOf(target, one.unit)).join(" and ") || "–",
  nearText(one),
];

const heading = ["", "Stepwell", "beside it", "ratio", "limit", "how near"];

const table = (rows: readonly (readonly string[])[]): string[] => {
  const safe = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = heading.map((_, column) =>
    Math.max(3, ...safe.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = safe;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)];
};

const disturbance = ({ cases }: KeptRun): string => {
  const most = takenByOthers(cases);
  return most > 0.1
    ? ` Other programs took up to ${(most * 100).toFixed(0)} % of the machine.`
    : "";
};

/** The newest kept run of a benchmark, as the page shows it. */
export const figuresOf = (name: string, runs: readonly KeptRun[]): string => {
  const newest = runs.at(-1);
  if (newest === undefined)
    return `Nothing is kept of it yet: \`npm run bench -- ${name} --keep\` on a machine that does nothing else.`;
  const { date, commit, machine, node } = newest;
  return [
    ...table([heading, ...newest.cases.map(rowOf)]),
    "",
    `${date}, commit ${commit}, ${machine}, Node ${node}.${disturbance(newest)}`,
  ].join("\n");
};

import type { Contender, FigureName, Figures, Target, Unit } from "./benchmark.ts";
import type { CaseResult, Series } from "./rounds.ts";
import { median } from "./statistics.ts";

export const figureNames = [
  "p50Ms",
  "p95Ms",
  "p99Ms",
  "nodeCpuMs",
  "postgresCpuMs",
  "rssMb",
] as const satisfies readonly FigureName[];

/** The medians of one contender's rounds. */
export interface Standing {
  readonly contender: string;
  readonly role: Contender["role"];
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly failures: number;
  readonly figures: Figures;
  /** How much of the machine other programs took, from 0 to 1; null where it cannot be told. */
  readonly othersShare: number | null;
}

export interface Verdict {
  readonly case: string;
  readonly unit: Unit;
  readonly targets: readonly Target[];
  readonly standings: readonly Standing[];
  /** Subject divided by the best ceiling; null without a ceiling, or where a result does not count. */
  readonly ratio: number | null;
  /** Null without a target, or where a result does not count. */
  readonly isReached: boolean | null;
  /** CPU time of node and PostgreSQL, subject divided by the ceiling with the least of it; null where unknown. */
  readonly cpuRatio: number | null;
  /** The most that other programs took while any contender was measured. */
  readonly othersShare: number | null;
  /** Who answered wrongly: the case does not count. */
  readonly failed: readonly string[];
}

const medianOfKnown = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => typeof value === "number");
  return known.length === 0 ? null : median(known);
};

const standingOf = ({ contender, role, rounds }: Series): Standing => {
  const values = rounds.map((round) => round.value);
  const figures: Partial<Record<FigureName, number>> = {};
  for (const name of figureNames) {
    const known = rounds
      .map((round) => round.figures[name])
      .filter((one) => typeof one === "number");
    if (known.length > 0) figures[name] = median(known);
  }
  return {
    contender,
    role,
    value: median(values),
    lowest: Math.min(...values),
    highest: Math.max(...values),
    failures: rounds.reduce((sum, round) => sum + round.failures, 0),
    figures,
    othersShare: medianOfKnown(rounds.map((round) => round.othersShare)),
  };
};

const isRate = (unit: Unit): boolean => unit.endsWith("/s");

const bestCeiling = (standings: readonly Standing[], unit: Unit): number | null => {
  const values = standings.filter((one) => one.role === "ceiling").map((one) => one.value);
  if (values.length === 0) return null;
  return isRate(unit) ? Math.max(...values) : Math.min(...values);
};

const cpuOf = ({ figures }: Standing): number | null =>
  typeof figures.nodeCpuMs === "number" ? figures.nodeCpuMs + (figures.postgresCpuMs ?? 0) : null;

const cpuRatioOf = (subject: Standing | undefined, standings: readonly Standing[]) => {
  const own = subject === undefined ? null : cpuOf(subject);
  const ceilings = standings
    .filter((one) => one.role === "ceiling")
    .map(cpuOf)
    .filter((one) => one !== null);
  const least = Math.min(...ceilings);
  return own !== null && least > 0 && least < Infinity ? own / least : null;
};

const isReached = (
  target: Target,
  { value, figures }: Standing,
  ratio: number | null,
): boolean | null => {
  if ("atMost" in target) return value <= target.atMost;
  if ("p95AtMost" in target)
    return typeof figures.p95Ms === "number" ? figures.p95Ms <= target.p95AtMost : null;
  if (ratio === null) return null;
  return "ratioAtLeast" in target ? ratio >= target.ratioAtLeast : ratio <= target.ratioAtMost;
};

const areReached = (targets: readonly Target[], subject: Standing, ratio: number | null) => {
  const reached = targets.map((target) => isReached(target, subject, ratio));
  return reached.length === 0 || reached.includes(null) ? null : !reached.includes(false);
};

/** What one case came to. A ratio is never given without the ceiling that was measured beside it. */
export const verdictOf = ({ case: one, series }: CaseResult): Verdict => {
  const { targets = [] } = one;
  const standings = series.map(standingOf);
  const failed = standings.filter((standing) => standing.failures > 0);
  const subject = standings.find((standing) => standing.role === "subject");
  const ceiling = bestCeiling(standings, one.unit);
  const counts = failed.length === 0 && subject !== undefined;
  const ratio = counts && ceiling !== null && ceiling > 0 ? subject.value / ceiling : null;
  return {
    case: one.name,
    unit: one.unit,
    targets,
    standings,
    ratio,
    isReached: counts ? areReached(targets, subject, ratio) : null,
    cpuRatio: counts ? cpuRatioOf(subject, standings) : null,
    othersShare: standings.reduce<number | null>(
      (most, { othersShare }) => (othersShare === null ? most : Math.max(most ?? 0, othersShare)),
      null,
    ),
    failed: failed.map((standing) => standing.contender),
  };
};

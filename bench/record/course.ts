import { isCount, type Unit } from "../frame/benchmark.ts";
import { median } from "../frame/statistics.ts";
import type { KeptCase, KeptRun } from "./kept-run.ts";

/** A change for the worse that is more than noise. */
const fallsBy = 0.1;
/** With more of the machine taken by others, a figure says nothing of the product. */
const disturbing = 0.1;
/** The newest is held against so many before it. */
const lookBack = 5;

interface Point {
  readonly date: string;
  readonly commit: string;
  /** What is followed: the ratio; without a ceiling the share of the limit that is used; without either the figure. */
  readonly share: number;
  readonly isDisturbed: boolean;
}

/** How one case went from run to run on machines of one class. */
export interface CaseCourse {
  readonly case: string;
  readonly points: readonly Point[];
  /** Part by which the newest is worse than the median of those before it; below 0 where it is better; null where there is nothing to compare. */
  readonly worseBy: number | null;
  readonly fell: boolean;
}

/** How much of the machine other programs took at worst while something of a run was timed, from 0 to 1. */
export const takenByOthers = (cases: readonly KeptCase[]): number =>
  Math.max(
    0,
    ...cases.filter(({ unit }) => !isCount(unit)).map(({ othersShare }) => othersShare ?? 0),
  );

export const isRate = (unit: Unit): boolean => unit.endsWith("/s");

const shareOf = ({ ratio, targets, value }: KeptCase): number => {
  if (ratio !== null) return ratio;
  const limit = targets.find((target) => "atMost" in target);
  return limit === undefined ? value : value / limit.atMost;
};

const worsened = (unit: Unit, points: readonly Point[]): number | null => {
  const sound = points.filter((point) => !point.isDisturbed);
  const newest = sound.at(-1);
  const before = sound.slice(0, -1).slice(-lookBack);
  if (newest === undefined || newest !== points.at(-1) || before.length === 0) return null;
  const usual = median(before.map(({ share }) => share));
  if (usual === 0 || newest.share === 0) return null;
  return isRate(unit) ? 1 - newest.share / usual : newest.share / usual - 1;
};

/** The course of every case of the newest run, among the runs on the same class of machine. */
export const courseOf = (runs: readonly KeptRun[]): readonly CaseCourse[] => {
  const newest = runs.at(-1);
  if (newest === undefined) return [];
  const alike = runs.filter(({ machine }) => machine === newest.machine);
  return newest.cases.map(({ case: name, unit }) => {
    const points = alike.flatMap(({ date, commit, cases }) =>
      cases
        .filter((one) => one.case === name && one.unit === unit)
        .map((one) => ({
          date,
          commit,
          share: shareOf(one),
          isDisturbed: !isCount(unit) && takenByOthers(cases) > disturbing,
        })),
    );
    const worseBy = worsened(unit, points);
    return { case: name, points, worseBy, fell: worseBy !== null && worseBy > fallsBy };
  });
};

const shown = 8;

const judged = ({ worseBy, fell, points }: CaseCourse): string => {
  if (points.at(-1)?.isDisturbed === true) return "disturbed by other programs, not compared";
  if (worseBy === null) return "nothing to compare with";
  const percent = `${Math.abs(worseBy * 100).toFixed(0)} %`;
  if (fell) return `FELL by ${percent}`;
  return `${percent} ${worseBy > 0 ? "worse" : "better"} than before`;
};

/** The course of a benchmark for a person: its newest shares in a row, then what they come to. */
export const courseText = (name: string, runs: readonly KeptRun[]): string => {
  const newest = runs.at(-1);
  if (newest === undefined) return `${name}: nothing is kept\n`;
  const courses = courseOf(runs);
  const widest = Math.max(...courses.map((one) => one.case.length));
  const lines = courses.map((course) => {
    const shares = course.points
      .slice(-shown)
      .map(({ share, isDisturbed }) => `${share.toFixed(2)}${isDisturbed ? "?" : ""}`);
    return `  ${course.case.padEnd(widest)}  ${shares.join("  ")}  ${judged(course)}`;
  });
  const head = `${name}: ${newest.date}, ${newest.commit}, ${newest.machine}`;
  return [head, ...lines, ""].join("\n");
};

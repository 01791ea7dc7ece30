import { daysBetween } from "#domain/basics/civil-date.ts";
import type { Chart } from "#domain/charting/chart.ts";

/** What was known four weeks ago is told by the course and the timeline, and stands at the head no more. */
const knownDays = 28;

/** A measure whose last sheet is as severe as it can be, or asks for somebody at once. */
export interface KnownMeasure {
  readonly measureId: string;
  readonly name: string;
  readonly score: number | null;
  readonly band: string | null;
  /** The item whose answer asks for somebody at once. */
  readonly alarmItem: string | null;
  readonly on: string;
}

export interface KnownRisk {
  readonly measures: readonly KnownMeasure[];
  /** Days on which an answer asked for a call, the latest first. */
  readonly calls: readonly string[];
}

const measureOf = ({ name, bands, points }: Chart["courses"][number]): KnownMeasure[] => {
  const last = points.findLast(({ state }) => state === "scored" || state === "not-scored");
  if (last === undefined) return [];
  const { id: measureId, score, band, on, actedOn } = last;
  const isSevere = band !== null && band === bands.at(-1)?.code;
  const alarmItem = actedOn[0] ?? null;
  return isSevere || alarmItem !== null ? [{ measureId, name, score, band, alarmItem, on }] : [];
};

/**
 * What is known of risk beside the last note, which speaks of one session: a note may say none and be right, while the
 * measure of the same week is severe.
 */
export const knownRisk = ({
  courses,
  risk,
  today,
}: Pick<Chart, "courses" | "risk" | "today">): KnownRisk => {
  const isNear = (on: string): boolean => daysBetween(on, today) <= knownDays;
  return {
    measures: courses.flatMap(measureOf).filter(({ on }) => isNear(on)),
    calls: (risk?.calls ?? []).filter(isNear),
  };
};

import type { ReactNode } from "react";
import { labelledEnds, runsOf } from "#web/ui/chart-scale.ts";
import { FiguresBehind, type FiguresTable } from "#web/ui/figures-behind.tsx";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/measure-chart.module.css";

export interface MeasureBand {
  readonly from: number;
  readonly label: string;
}

/** `marked`: a score that asked for somebody at once; `gap`: asked, and no score; `due`: still to be answered. */
export type MeasureMark = "score" | "marked" | "gap" | "due";

export interface MeasurePoint {
  readonly id: string;
  /** How far along the time that is shown, 0 to 1. */
  readonly at: number;
  /** Null where there is none: a gap stays a gap. */
  readonly score: number | null;
  readonly mark: MeasureMark;
  /** The same in words, for whoever points at it. */
  readonly words: string;
}

type Scored = MeasurePoint & { readonly score: number };

/** From here on a dot for each answer would be a band of ink. */
const mostDots = 60;
const isScored = (point: MeasurePoint): point is Scored => point.score !== null;

const percent = (share: number): string => `${share * 100}%`;
/** The first and the last point stand a little inside the frame. */
const across = (at: number): number => 0.03 + at * 0.94;

const Bands = (props: {
  readonly bands: readonly MeasureBand[];
  readonly maximum: number;
}): ReactNode =>
  props.bands.map(({ from, label }, place) => {
    const to = props.bands[place + 1]?.from ?? props.maximum;
    return (
      <div
        key={from}
        className={join(styles["band"], styles[`band${Math.min(5, place + 1)}`])}
        style={{
          bottom: percent(from / props.maximum),
          height: percent((to - from) / props.maximum),
        }}
      >
        <span className={styles["from"]}>{from}</span>
        <span className={styles["name"]}>{label}</span>
      </div>
    );
  });

const Line = (props: {
  readonly points: readonly MeasurePoint[];
  readonly maximum: number;
}): ReactNode => (
  <svg className={styles["line"]} viewBox="0 0 1 1" preserveAspectRatio="none">
    {runsOf(props.points.map((point) => (isScored(point) ? point : null))).map((run) => (
      <polyline
        key={run[0]?.id}
        points={run.map(({ at, score }) => `${across(at)},${1 - score / props.maximum}`).join(" ")}
      />
    ))}
  </svg>
);

const Marks = (props: {
  readonly points: readonly MeasurePoint[];
  readonly maximum: number;
}): ReactNode => {
  const known = props.points.filter(isScored);
  const labelled = new Set(labelledEnds(known).map(({ id }) => id));
  const shown = props.points.filter(
    (point) => point.mark !== "score" || known.length <= mostDots || labelled.has(point.id),
  );
  return shown.map(({ id, at, score, mark, words }) => (
    <span
      key={id}
      className={join(styles["mark"], styles[mark])}
      style={{ left: percent(across(at)), bottom: percent((score ?? 0) / props.maximum) }}
      title={words}
    >
      {labelled.has(id) && (
        <strong data-low={(score ?? 0) > props.maximum * 0.85 || undefined}>{score}</strong>
      )}
    </span>
  ));
};

/**
 * A score over time upon its bands of severity, named at the right edge, with the first and the last value. What was
 * not answered stands at the floor as a gap in the line, what is due as a dashed ring, and the figures in a table behind.
 */
export const MeasureChart = (props: {
  readonly label: string;
  readonly maximum: number;
  readonly bands: readonly MeasureBand[];
  readonly points: readonly MeasurePoint[];
  /** What the axis counts. */
  readonly unit: string;
  /** The first and the last day that are shown; one where they are the same. */
  readonly days: readonly string[];
  readonly legend: readonly { readonly mark: MeasureMark; readonly words: string }[];
  readonly table: FiguresTable;
  readonly tableLabel: string;
}): ReactNode => (
  <div className={styles["chart"]}>
    <div role="img" aria-label={props.label}>
      <p className={styles["unit"]}>{props.unit}</p>
      <div className={styles["plot"]} data-drawing>
        <Bands bands={props.bands} maximum={props.maximum} />
        <Line points={props.points} maximum={props.maximum} />
        <Marks points={props.points} maximum={props.maximum} />
      </div>
      <p className={styles["days"]}>
        {props.days.map((day) => (
          <span key={day}>{day}</span>
        ))}
      </p>
    </div>
    {props.legend.length > 0 && (
      <p className={styles["legend"]}>
        {props.legend.map(({ mark, words }) => (
          <span key={mark}>
            <i className={join(styles["mark"], styles[mark])} data-drawing aria-hidden />
            {words}
          </span>
        ))}
      </p>
    )}
    <FiguresBehind label={props.tableLabel} table={props.table} />
  </div>
);

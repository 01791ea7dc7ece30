import type { ReactNode } from "react";
import styles from "#web/ui/measure-chart.module.css";

export interface MeasureBand {
  readonly from: number;
  readonly label: string;
}

export interface MeasurePoint {
  readonly id: string;
  /** How far along the time that is shown, 0 to 1. */
  readonly at: number;
  /** Null where the answers made no score: a gap stays a gap. */
  readonly score: number | null;
}

const frame = { left: 26, right: 68, top: 20, bottom: 10, width: 300, height: 190 };
const inner = {
  width: frame.width - frame.left - frame.right,
  height: frame.height - frame.top - frame.bottom,
};
const bandClasses = ["band1", "band2", "band3", "band4", "band5"];

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

/** Runs of answers without a gap between them. */
const runsOf = (points: readonly (Placed | null)[]): Placed[][] =>
  points.reduce<Placed[][]>(
    (runs, point) => {
      if (point === null) return [...runs, []];
      const last = runs.at(-1) ?? [];
      return [...runs.slice(0, -1), [...last, point]];
    },
    [[]],
  );

/** A score over time upon its bands of severity, named at the right edge; the first and the last value are labelled. */
export const MeasureChart = (props: {
  readonly label: string;
  readonly maximum: number;
  readonly bands: readonly MeasureBand[];
  readonly points: readonly MeasurePoint[];
}): ReactNode => {
  const { maximum, bands } = props;
  const yOf = (score: number): number => frame.top + inner.height * (1 - score / maximum);
  const placed = props.points.map(({ id, at, score }) =>
    score === null ? null : { id, score, x: frame.left + at * inner.width, y: yOf(score) },
  );
  const known = placed.filter((point) => point !== null);
  const ends = new Set([known[0]?.id, known.at(-1)?.id]);
  return (
    <svg
      className={styles["chart"]}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={props.label}
    >
      {bands.map(({ from, label }, index) => {
        const to = bands[index + 1]?.from ?? maximum;
        return (
          <g key={from}>
            <rect
              x={frame.left}
              width={inner.width}
              y={yOf(to)}
              height={yOf(from) - yOf(to)}
              className={styles[bandClasses[index] ?? "band5"]}
            />
            <line
              className={styles["rule"]}
              x1={frame.left}
              x2={frame.left + inner.width}
              y1={yOf(from)}
              y2={yOf(from)}
            />
            <text x={frame.left - 6} y={yOf(from) + 4} textAnchor="end">
              {from}
            </text>
            <text x={frame.left + inner.width + 7} y={(yOf(from) + yOf(to)) / 2 + 4}>
              {label}
            </text>
          </g>
        );
      })}
      {runsOf(placed).map((run, index) => (
        <polyline
          key={index}
          className={styles["line"]}
          points={run.map(({ x, y }) => `${x},${y}`).join(" ")}
        />
      ))}
      {known.map(({ id, x, y, score }) => (
        <g key={id}>
          <circle className={styles["dot"]} cx={x} cy={y} r={4} />
          {ends.has(id) && (
            <text
              className={styles["value"]}
              x={id === known[0]?.id ? x + 3 : x}
              y={y - 9}
              textAnchor={id === known[0]?.id ? "start" : "end"}
            >
              {score}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
};

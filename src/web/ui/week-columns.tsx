import type { ReactNode } from "react";
import { axisLines, isNamed } from "#web/ui/chart-scale.ts";
import { FiguresBehind, type FiguresTable } from "#web/ui/figures-behind.tsx";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/week-columns.module.css";

/** `solid` is what happened, `pale` what did not for a reason, `hatched` what did not, `outlined` what is not known. */
export type ColumnMark = "solid" | "pale" | "hatched" | "outlined";

export interface WeekColumn {
  readonly key: string;
  /** The day the week begins with, short. */
  readonly name: string;
  readonly parts: readonly { readonly mark: ColumnMark; readonly value: number }[];
  /** Stands above the column. */
  readonly figure: string;
}

/** So many names and figures fit beside each other. */
const roomForNames = 6;
const roomForFigures = 16;

const Column = (props: {
  readonly column: WeekColumn;
  readonly top: number;
  readonly hasFigure: boolean;
  readonly isNamed: boolean;
}): ReactNode => (
  <div className={styles["week"]}>
    {props.hasFigure && (
      <span className={styles["figure"]} data-narrow={props.isNamed || undefined}>
        {props.column.figure}
      </span>
    )}
    {props.column.parts.map(({ mark, value }) => (
      <i
        key={mark}
        className={join(styles["part"], styles[mark])}
        style={{ height: `${(value / props.top) * 100}%` }}
        hidden={value === 0}
      />
    ))}
  </div>
);

const Drawing = (props: {
  readonly columns: readonly WeekColumn[];
  readonly unit: string;
}): ReactNode => {
  const { columns } = props;
  const totals = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const lines = axisLines(Math.max(0, ...totals));
  const top = lines.at(-1) ?? 1;
  const named = columns.map((_, place) => isNamed(place, columns.length, roomForNames));
  return (
    <div className={styles["drawing"]} data-drawing aria-hidden>
      <span className={styles["unit"]}>{props.unit}</span>
      <div className={styles["plot"]}>
        {lines.map((line) => (
          <span key={line} className={styles["line"]} style={{ bottom: `${(line / top) * 100}%` }}>
            {line}
          </span>
        ))}
        {columns.map((column, place) => (
          <Column
            key={column.key}
            column={column}
            top={top}
            hasFigure={isNamed(place, columns.length, roomForFigures)}
            isNamed={named[place] === true}
          />
        ))}
      </div>
      <div className={styles["names"]}>
        {columns.map(({ key, name }, place) => (
          <span key={key}>{named[place] === true && <span>{name}</span>}</span>
        ))}
      </div>
    </div>
  );
};

/** Weeks beside each other, from zero, with what they say in a sentence above and the figures in a table behind. */
export const WeekColumns = (props: {
  readonly columns: readonly WeekColumn[];
  /** What is counted: people, seats. */
  readonly unit: string;
  /** The one sentence that the drawing means. */
  readonly reading: ReactNode;
  /** What the marks stand for, where there is more than one. */
  readonly legend?: readonly { readonly mark: ColumnMark; readonly words: string }[];
  readonly table: FiguresTable;
  readonly tableLabel: string;
  /** Where its place has room around it already. */
  readonly flat?: boolean;
}): ReactNode => (
  <figure className={join(styles["chart"], props.flat && styles["flat"])}>
    <figcaption>{props.reading}</figcaption>
    <Drawing columns={props.columns} unit={props.unit} />
    {props.legend && (
      <div className={styles["legend"]}>
        {props.legend.map(({ mark, words }) => (
          <span key={mark}>
            <i className={join(styles["key"], styles[mark])} data-drawing aria-hidden />
            {words}
          </span>
        ))}
      </div>
    )}
    <FiguresBehind label={props.tableLabel} table={props.table} />
  </figure>
);

import type { ReactNode } from "react";
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

export interface WeekTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const Drawing = (props: { readonly columns: readonly WeekColumn[] }): ReactNode => {
  const total = (column: WeekColumn): number =>
    column.parts.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(1, ...props.columns.map(total));
  return (
    <div className={styles["drawing"]} aria-hidden>
      {props.columns.map((column, place) => (
        <div key={column.key} className={styles["week"]}>
          <div className={styles["column"]}>
            <span className={styles["figure"]}>{column.figure}</span>
            {column.parts.map(({ mark, value }) => (
              <i
                key={mark}
                className={join(styles["part"], styles[mark])}
                style={{ height: `${(value / most) * 100}%` }}
                hidden={value === 0}
              />
            ))}
          </div>
          <span className={styles["name"]} data-every-other={place % 2 === 0 || undefined}>
            {column.name}
          </span>
        </div>
      ))}
    </div>
  );
};

/** Weeks beside each other, from zero, with what they say in a sentence above and the figures in a table behind. */
export const WeekColumns = (props: {
  readonly columns: readonly WeekColumn[];
  /** The one sentence that the drawing means. */
  readonly reading: ReactNode;
  /** What the marks stand for, where there is more than one. */
  readonly legend?: readonly { readonly mark: ColumnMark; readonly words: string }[];
  readonly table: WeekTable;
  readonly tableLabel: string;
}): ReactNode => (
  <figure className={styles["chart"]}>
    <figcaption>{props.reading}</figcaption>
    <Drawing columns={props.columns} />
    {props.legend && (
      <div className={styles["legend"]}>
        {props.legend.map(({ mark, words }) => (
          <span key={mark}>
            <i className={join(styles["key"], styles[mark])} aria-hidden />
            {words}
          </span>
        ))}
      </div>
    )}
    <details className={styles["behind"]}>
      <summary>{props.tableLabel}</summary>
      <div className={styles["frame"]}>
        <table>
          <thead>
            <tr>
              {props.table.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.table.rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, place) => (
                  <td key={props.table.heads[place + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </figure>
);

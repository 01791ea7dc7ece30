import type { ReactNode } from "react";
import { Behind } from "#web/ui/behind.tsx";
import styles from "#web/ui/figures-behind.module.css";

export interface FiguresTable {
  readonly heads: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** The figures of a drawing as a table, one press away; on paper it is open. */
export const FiguresBehind = (props: {
  readonly label: string;
  readonly table: FiguresTable;
}): ReactNode => (
  <Behind label={props.label}>
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
          {props.table.rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, place) => (
                <td key={props.table.heads[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Behind>
);

import type { ReactNode } from "react";
import styles from "#web/ui/cell-items.module.css";

/** Several marks, acts or fields in one place, such as a cell of a table: beside each other, with room between. */
export const CellItems = (props: {
  readonly children: ReactNode;
  /** Never under each other: two short acts of every row. */
  readonly inOneLine?: boolean;
}): ReactNode => (
  <span className={styles["items"]} data-in-one-line={props.inOneLine}>
    {props.children}
  </span>
);

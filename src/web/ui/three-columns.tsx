import type { ReactNode } from "react";
import styles from "#web/ui/three-columns.module.css";

/** Facts at the left, work in the middle, context at the right; two columns on a tablet, one on a phone. */
export const ThreeColumns = (props: {
  readonly facts: ReactNode;
  readonly work: ReactNode;
  readonly context: ReactNode;
}): ReactNode => (
  <div className={styles["columns"]}>
    <div className={styles["column"]}>{props.facts}</div>
    <div className={styles["column"]}>{props.work}</div>
    <div className={styles["column"]}>{props.context}</div>
  </div>
);

import type { ReactNode } from "react";
import styles from "#web/ui/second-line.module.css";

/** A name with its secondary facts under it: they go under the name, not into a new column. */
export const SecondLine = (props: {
  readonly children: ReactNode;
  readonly below?: ReactNode;
}): ReactNode => (
  <span className={styles["two"]}>
    <span>{props.children}</span>
    {props.below !== undefined && props.below !== "" && (
      <span className={styles["below"]}>{props.below}</span>
    )}
  </span>
);

import type { ReactNode } from "react";
import styles from "#web/ui/figure.module.css";

/** A figure larger than its unit, never without what it is a part of. */
export const Figure = (props: {
  readonly value: ReactNode;
  readonly unit: ReactNode;
  readonly beside?: ReactNode;
  readonly marks?: ReactNode;
}): ReactNode => (
  <div className={styles["figure"]}>
    <span className={styles["value"]}>{props.value}</span>
    <span>{props.unit}</span>
    {props.beside !== undefined && <span className={styles["beside"]}>{props.beside}</span>}
    {props.marks !== undefined && <span className={styles["marks"]}>{props.marks}</span>}
  </div>
);

import type { ReactNode } from "react";
import styles from "#web/ui/behind.module.css";

/** What only some want to know, one press away; on paper it is open. */
export const Behind = (props: {
  readonly label: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <details className={styles["behind"]}>
    <summary>{props.label}</summary>
    {props.children}
  </details>
);

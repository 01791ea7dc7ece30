import type { ReactNode } from "react";
import styles from "#web/ui/card-grid.module.css";

/** Cards of one rank beside each other, as many as there is room for. */
export const CardGrid = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["grid"]}>{props.children}</div>
);

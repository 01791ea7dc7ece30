import type { ReactNode } from "react";
import styles from "#web/ui/quiet.module.css";

/** One sentence of plain meaning, under a chart or where nothing is. */
export const Quiet = (props: { readonly children: ReactNode }): ReactNode => (
  <p className={styles["quiet"]}>{props.children}</p>
);

import type { ReactNode } from "react";
import styles from "#web/ui/row-space.module.css";

/** The place of a row among `Rows`, for a small form: adding one more, changing one where it stands. */
export const RowSpace = (props: { readonly children: ReactNode }): ReactNode => (
  <li className={styles["space"]}>{props.children}</li>
);

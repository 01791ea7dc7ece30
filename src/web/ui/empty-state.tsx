import type { ReactNode } from "react";
import styles from "#web/ui/empty-state.module.css";

/** Nothing here yet: one line that says what to do first, and one button. No picture. */
export const EmptyState = (props: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode => (
  <div className={styles["empty"]}>
    <p>{props.children}</p>
    {props.action}
  </div>
);

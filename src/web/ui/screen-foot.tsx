import type { ReactNode } from "react";
import styles from "#web/ui/screen-foot.module.css";

/** The act that a long screen is worked towards, always in sight at its foot, with how far the work is. */
export const ScreenFoot = (props: {
  readonly count: ReactNode;
  readonly actions: ReactNode;
}): ReactNode => (
  <footer className={styles["foot"]}>
    <div className={styles["count"]} role="status">
      {props.count}
    </div>
    <div className={styles["actions"]}>{props.actions}</div>
  </footer>
);

import type { ReactNode } from "react";
import styles from "#web/ui/progress-bar.module.css";

/** How far something long has come: the bar, and the same in words. */
export const ProgressBar = (props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly words: ReactNode;
}): ReactNode => {
  const share = props.of === 0 ? 0 : Math.min(1, props.done / props.of);
  return (
    <div className={styles["progress"]}>
      <div
        role="progressbar"
        className={styles["bar"]}
        data-drawing
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.of}
        aria-valuenow={props.done}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles["words"]}>{props.words}</p>
    </div>
  );
};

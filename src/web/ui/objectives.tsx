import type { ReactNode } from "react";
import { ObjectiveIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/objectives.module.css";

export interface ObjectiveLine {
  readonly id: string;
  /** `1.2`. */
  readonly code: string;
  readonly statement: ReactNode;
  readonly below?: ReactNode;
  readonly marks?: ReactNode;
  readonly action?: ReactNode;
}

/** A goal with its objectives under it, each with its number, when it was last worked on, and where it is going. */
export const Objectives = (props: {
  readonly title: ReactNode;
  readonly said: ReactNode;
  readonly action?: ReactNode;
  readonly lines: readonly ObjectiveLine[];
}): ReactNode => (
  <section>
    <div className={styles["goal"]}>
      <ObjectiveIcon size={16} stroke={1.75} aria-hidden />
      <div className={styles["words"]}>
        {props.title}
        <div className={styles["said"]}>{props.said}</div>
      </div>
      {props.action !== undefined && <div className={styles["acts"]}>{props.action}</div>}
    </div>
    {props.lines.map((line) => (
      <div key={line.id} className={styles["objective"]}>
        <span className={styles["code"]}>{line.code}</span>
        <div className={styles["words"]}>
          {line.statement}
          {line.below !== undefined && <div className={styles["below"]}>{line.below}</div>}
        </div>
        <div className={styles["marks"]}>{line.marks}</div>
        <div>{line.action}</div>
      </div>
    ))}
  </section>
);

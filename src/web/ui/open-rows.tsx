import type { ReactNode } from "react";
import { ForwardIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/open-rows.module.css";

/** Things under each other that open where they stand: a line of a bill to what it rests on. */
export const OpenRows = (props: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode => (
  <ul className={styles["rows"]} aria-label={props.label}>
    {props.children}
  </ul>
);

/** One of them. Closed it says what it is; open, why. */
export const OpenRow = (props: {
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly marks?: ReactNode;
  /** At the right: what it comes to. */
  readonly figure?: ReactNode;
  /** What may be done with it, open or closed. */
  readonly action?: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}): ReactNode => (
  <li className={props.action === undefined ? undefined : styles["withAction"]}>
    <details className={styles["row"]} open={props.isOpen}>
      <summary>
        <ForwardIcon size={16} stroke={1.75} aria-hidden />
        <span className={styles["words"]}>
          <span className={styles["title"]}>{props.title}</span>
          {props.below !== undefined && <span className={styles["below"]}>{props.below}</span>}
        </span>
        {props.marks !== undefined && <span className={styles["marks"]}>{props.marks}</span>}
        {props.figure !== undefined && <span className={styles["figure"]}>{props.figure}</span>}
      </summary>
      <div className={styles["inside"]}>{props.children}</div>
    </details>
    {props.action !== undefined && <div className={styles["action"]}>{props.action}</div>}
  </li>
);

import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import styles from "#web/ui/state-mark.module.css";

/** A word with an icon in a row: where something stands. Its colour repeats what icon and word say. */
export const StateMark = (props: {
  readonly icon?: Icon;
  readonly tone?: "ontime" | "short" | "risk" | "quiet" | "plain";
  readonly strong?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}): ReactNode => (
  <span
    className={styles["mark"]}
    data-tone={props.tone ?? "plain"}
    data-strong={props.strong || undefined}
    title={props.title}
  >
    {props.icon && <props.icon size={14} stroke={2} aria-hidden />}
    <span className={styles["word"]}>{props.children}</span>
  </span>
);

/** One to three bars beside a word: how much. */
export const Pips = (props: {
  readonly filled: number;
  readonly children: ReactNode;
}): ReactNode => (
  <span className={styles["mark"]} data-tone="plain">
    <span className={styles["pips"]} aria-hidden>
      {[1, 2, 3].map((at) => (
        <b key={at} data-filled={at <= props.filled || undefined} />
      ))}
    </span>
    {props.children}
  </span>
);

/** A short number in a box, with what is said of it: an objective and where it went. */
export const NumberMark = (props: {
  readonly number: string;
  readonly tone?: "ontime" | "risk" | "quiet";
  readonly icon?: Icon;
  readonly children?: ReactNode;
}): ReactNode => (
  <span className={styles["mark"]} data-tone={props.tone ?? "quiet"} data-small>
    <b className={styles["number"]}>{props.number}</b>
    {props.icon && <props.icon size={14} stroke={2} aria-hidden />}
    {props.children !== undefined && <span className={styles["word"]}>{props.children}</span>}
  </span>
);

import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/time-bar.module.css";

/** A stretch of a session on the clock. */
export interface TimePart {
  readonly id: string;
  readonly minutes: number;
  readonly name: ReactNode;
  readonly detail?: ReactNode;
  /** `break`: outlined; `now`: the one that runs; `past`: it was; `ahead`: it will be. */
  readonly kind: "break" | "now" | "past" | "ahead";
}

/** The session's time from left to right: work, breaks, and a needle for now. */
export const TimeBar = (props: {
  readonly label: string;
  readonly parts: readonly TimePart[];
  /** How far the time is, from 0 to 1; null before the beginning and after the end. */
  readonly now: number | null;
  readonly nowLabel?: string;
  readonly action?: ReactNode;
}): ReactNode => (
  <div className={styles["line"]}>
    <div
      className={styles["bar"]}
      data-drawing
      role="group"
      aria-label={props.label}
      style={{
        gridTemplateColumns: props.parts
          .map(({ minutes }) => `minmax(0, ${Math.max(minutes, 1)}fr)`)
          .join(" "),
      }}
    >
      {props.parts.map((part) => (
        <div key={part.id} className={join(styles["part"], styles[part.kind])}>
          <span className={styles["name"]}>{part.name}</span>
          {part.detail !== undefined && <span className={styles["detail"]}>{part.detail}</span>}
        </div>
      ))}
      {props.now !== null && (
        <div
          className={styles["needle"]}
          role="img"
          aria-label={props.nowLabel}
          style={{ left: `${props.now * 100}%` }}
        />
      )}
    </div>
    {props.action}
  </div>
);

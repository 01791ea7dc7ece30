import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/day-bars.module.css";

export interface DayBar {
  readonly key: string;
  /** The day under the bar, short. */
  readonly name: string;
  /** The day in words, for whoever does not see the bar. */
  readonly words: string;
  /** Stands above the bar; empty where nothing is. */
  readonly figure: string;
  readonly creditedMinutes: number;
  readonly bookedMinutes: number;
  /** Some of it was not credited. */
  readonly isPart: boolean;
  readonly isMissed: boolean;
}

/** A week by day: solid credited, pale in part, outlined still to come, a cross where somebody was missed. */
export const DayBars = (props: {
  readonly label: string;
  readonly days: readonly DayBar[];
}): ReactNode => {
  const most = Math.max(
    60,
    ...props.days.map(({ creditedMinutes, bookedMinutes }) => creditedMinutes + bookedMinutes),
  );
  const height = (minutes: number) => ({ height: `${(minutes / most) * 100}%` });
  return (
    <ul className={styles["days"]} aria-label={props.label}>
      {props.days.map((day) => (
        <li key={day.key} className={styles["day"]} title={day.words}>
          <span className={styles["bar"]} data-drawing aria-hidden>
            {day.isMissed && <span className={styles["missed"]}>✕</span>}
            {day.figure !== "" && <span className={styles["figure"]}>{day.figure}</span>}
            <i
              className={styles["booked"]}
              style={height(day.bookedMinutes)}
              hidden={day.bookedMinutes === 0}
            />
            <i
              className={join(day.isPart ? styles["part"] : styles["credited"])}
              style={height(day.creditedMinutes)}
            />
          </span>
          <span aria-hidden>{day.name}</span>
          <span className="sw-unseen">{day.words}</span>
        </li>
      ))}
    </ul>
  );
};

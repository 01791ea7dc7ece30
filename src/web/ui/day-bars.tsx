import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/day-bars.module.css";

export interface DayBar {
  readonly key: string;
  /** One letter under the bar. */
  readonly letter: string;
  /** The day in words, for whoever does not see the bar. */
  readonly words: string;
  readonly creditedMinutes: number;
  readonly bookedMinutes: number;
  /** Some of it was not credited. */
  readonly isPart: boolean;
  readonly isMissed: boolean;
}

/** A week by day: solid credited, pale in part, outlined still to come, a cross where somebody was missed. */
export const DayBars = (props: { readonly days: readonly DayBar[] }): ReactNode => {
  const most = Math.max(
    60,
    ...props.days.map(({ creditedMinutes, bookedMinutes }) => creditedMinutes + bookedMinutes),
  );
  const height = (minutes: number) => ({ height: `${(minutes / most) * 100}%` });
  return (
    <ul className={styles["days"]}>
      {props.days.map((day) => (
        <li key={day.key} className={styles["day"]} title={day.words}>
          <span className={styles["bar"]} aria-hidden>
            {day.isMissed && <span className={styles["missed"]}>✕</span>}
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
          {day.letter}
        </li>
      ))}
    </ul>
  );
};

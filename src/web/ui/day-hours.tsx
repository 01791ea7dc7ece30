import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayClockLength } from "#web/platform/clock-length.ts";
import styles from "#web/ui/day-hours.module.css";

/** One day of somebody's hours: credited solid, part of a session soft, booked hatched, missed crossed out. */
export const DayHours = (props: {
  readonly creditedMinutes: number;
  readonly bookedMinutes: number;
  readonly missed: number;
  readonly excused: number;
  readonly isPart: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const credited = sayClockLength(props.creditedMinutes);
  const booked = sayClockLength(props.bookedMinutes);
  if (props.creditedMinutes > 0)
    return (
      <span
        data-drawing
        className={`${styles["cell"]} ${props.isPart ? styles["part"] : styles["credited"]}`}
        title={t`${credited} hours credited`}
      >
        {credited}
      </span>
    );
  if (props.bookedMinutes > 0)
    return (
      <span
        data-drawing
        className={`${styles["cell"]} ${styles["booked"]}`}
        title={t`${booked} hours booked`}
      >
        {booked}
      </span>
    );
  if (props.missed > 0)
    return (
      <span data-drawing className={`${styles["cell"]} ${styles["missed"]}`}>
        <span aria-hidden>×</span>
        <span className={styles["spoken"]}>{t`missed`}</span>
      </span>
    );
  if (props.excused > 0) return <span className={styles["quiet"]}>{t`excused`}</span>;
  return (
    <span className={styles["quiet"]} aria-hidden>
      ·
    </span>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/hours-bar.module.css";

const share = (minutes: number, scale: number): string =>
  `${Math.max(0, Math.min(100, (minutes / scale) * 100))}%`;

/**
 * Solid: credited. Hatched: booked and still to come. Dotted: missing. Tick: required. All rows of a
 * list share `scaleMinutes`, so that their lengths can be compared. The text beside it is the caller's.
 */
export const HoursBar = (props: {
  readonly creditedMinutes: number;
  readonly bookedMinutes: number;
  /** Null or zero where no rule asks for hours. */
  readonly requiredMinutes: number | null;
  readonly scaleMinutes: number;
  readonly thin?: boolean;
  /** Names the tick under it, where the bar stands alone. */
  readonly requiredWords?: string;
}): ReactNode => {
  const { t } = useLingui();
  const { creditedMinutes, bookedMinutes, scaleMinutes } = props;
  const requiredMinutes = props.requiredMinutes === 0 ? null : props.requiredMinutes;
  const reached = creditedMinutes + bookedMinutes;
  const credited = sayClockLength(creditedMinutes);
  const booked = sayClockLength(bookedMinutes);
  const required = sayClockLength(requiredMinutes ?? 0);
  const missing = Math.max(0, (requiredMinutes ?? 0) - reached);
  const isNamed = requiredMinutes !== null && props.requiredWords !== undefined;
  return (
    <div
      role="img"
      className={join(styles["bar"], props.thin && styles["thin"], isNamed && styles["withName"])}
      data-drawing
      aria-label={
        requiredMinutes === null
          ? t`${credited} hours credited, ${booked} more booked`
          : t`${credited} of ${required} hours credited, ${booked} more booked`
      }
    >
      <i className={styles["credited"]} style={{ width: share(creditedMinutes, scaleMinutes) }} />
      <i
        className={styles["booked"]}
        style={{
          left: share(creditedMinutes, scaleMinutes),
          width: share(bookedMinutes, scaleMinutes),
        }}
      />
      {missing > 0 && (
        <i
          className={styles["missing"]}
          style={{ left: share(reached, scaleMinutes), width: share(missing, scaleMinutes) }}
        />
      )}
      {requiredMinutes !== null && (
        <i className={styles["tick"]} style={{ left: share(requiredMinutes, scaleMinutes) }} />
      )}
      {isNamed && (
        <span
          className={styles["name"]}
          data-before={requiredMinutes > scaleMinutes / 2 || undefined}
          style={{ left: share(requiredMinutes, scaleMinutes) }}
        >
          {props.requiredWords}
        </span>
      )}
    </div>
  );
};

/** What solid, hatched, dotted and the tick mean, at the foot of a list of bars. */
export const HoursLegend = (): ReactNode => (
  <p className={styles["legend"]}>
    <span>
      <i className={join(styles["key"], styles["credited"])} data-drawing aria-hidden />{" "}
      <Trans>credited</Trans>
    </span>
    <span>
      <i className={join(styles["key"], styles["booked"])} data-drawing aria-hidden />{" "}
      <Trans>booked</Trans>
    </span>
    <span>
      <i className={join(styles["key"], styles["missing"])} data-drawing aria-hidden />{" "}
      <Trans>missing</Trans>
    </span>
    <span>
      <i className={styles["mark"]} data-drawing aria-hidden /> <Trans>required</Trans>
    </span>
    <span>
      <i className={join(styles["key"], styles["part"])} data-drawing aria-hidden />{" "}
      <Trans>part of a session</Trans>
    </span>
  </p>
);

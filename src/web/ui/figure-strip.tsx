import type { ReactNode } from "react";
import styles from "#web/ui/figure-strip.module.css";

/** A few figures that people compare, side by side: the number before the words. */
export const FigureStrip = (props: {
  readonly label: string;
  readonly figures: readonly {
    readonly name: string;
    readonly figure: ReactNode;
    readonly detail?: ReactNode;
  }[];
}): ReactNode => (
  <dl className={styles["strip"]} aria-label={props.label}>
    {props.figures.map((one) => (
      <div key={one.name}>
        <dt>{one.name}</dt>
        <dd>
          <strong>{one.figure}</strong> {one.detail}
        </dd>
      </div>
    ))}
  </dl>
);

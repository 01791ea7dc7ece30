import type { ReactNode } from "react";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/figure-strip.module.css";

export interface StripFigure {
  readonly name: string;
  readonly figure: ReactNode;
  readonly detail?: ReactNode;
  /** Where the rows behind the figure are. */
  readonly to?: string;
}

/** A few figures that people compare, side by side: the number before the words. */
export const FigureStrip = (props: {
  readonly label: string;
  readonly figures: readonly StripFigure[];
}): ReactNode => (
  <dl className={styles["strip"]} aria-label={props.label}>
    {props.figures.map((one) => (
      <div key={one.name} data-leads={one.to !== undefined || undefined}>
        <dt>{one.to === undefined ? one.name : <Link to={one.to}>{one.name}</Link>}</dt>
        <dd>
          <strong>{one.figure}</strong> {one.detail}
        </dd>
      </div>
    ))}
  </dl>
);

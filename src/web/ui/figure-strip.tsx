import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Behind } from "#web/ui/behind.tsx";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/figure-strip.module.css";

export interface StripFigure {
  readonly name: string;
  readonly figure: ReactNode;
  readonly detail?: ReactNode;
  /** Where the rows behind the figure are. */
  readonly to?: string | undefined;
  /** What the figure counts, in a sentence; told where somebody asks what the figures mean. */
  readonly meaning?: string;
}

const Meanings = (props: { readonly figures: readonly StripFigure[] }): ReactNode => (
  <Behind label={<Trans>What these figures mean</Trans>}>
    <dl className={styles["meanings"]}>
      {props.figures.map(
        ({ name, meaning }) =>
          meaning !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ),
      )}
    </dl>
  </Behind>
);

/** A few figures that people compare, side by side: the number before the words. */
export const FigureStrip = (props: {
  readonly label: string;
  readonly figures: readonly StripFigure[];
}): ReactNode => (
  <div className={styles["figures"]}>
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
    {props.figures.some(({ meaning }) => meaning !== undefined) && (
      <Meanings figures={props.figures} />
    )}
  </div>
);

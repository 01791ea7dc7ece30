import type { ReactNode } from "react";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/fill-rows.module.css";

export interface FillRow {
  readonly key: string;
  readonly name: string;
  readonly to: string;
  readonly filled: number;
  readonly capacity: number;
  /** The same in words: "7 of 12". */
  readonly words: string;
}

const shareOf = ({ filled, capacity }: FillRow): number =>
  capacity === 0 ? 0 : Math.min(1, filled / capacity);

/** How full each of several things is, on one scale, the number beside the bar. */
export const FillRows = (props: {
  readonly label: string;
  readonly rows: readonly FillRow[];
}): ReactNode => (
  <ul className={styles["rows"]} aria-label={props.label}>
    {props.rows.map((row) => (
      <li key={row.key}>
        <Link to={row.to} className={styles["name"]}>
          {row.name}
        </Link>
        <span
          className={styles["bar"]}
          data-over={row.filled > row.capacity || undefined}
          data-drawing
          aria-hidden
        >
          <i style={{ width: `${shareOf(row) * 100}%` }} />
        </span>
        <span className={styles["words"]}>{row.words}</span>
      </li>
    ))}
  </ul>
);

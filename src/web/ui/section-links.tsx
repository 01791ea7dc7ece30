import type { ReactNode } from "react";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/section-links.module.css";

export interface SectionLink {
  readonly to: string;
  readonly name: string;
  /** How many wait there. */
  readonly count?: ReactNode;
}

/** The screens of one part of the house, above each of them: where I am among them, and one press to the next. */
export const SectionLinks = (props: {
  readonly label: string;
  readonly links: readonly SectionLink[];
  /** The address of the section that is open. */
  readonly current: string;
}): ReactNode => (
  <nav aria-label={props.label} className={styles["sections"]}>
    {props.links.map(({ to, name, count }) => (
      <Link
        key={to}
        to={to}
        className={styles["section"]}
        current={to === props.current ? "page" : undefined}
      >
        {name}
        {count !== undefined && <span className={styles["count"]}>{count}</span>}
      </Link>
    ))}
  </nav>
);

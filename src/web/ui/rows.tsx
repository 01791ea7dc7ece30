import { useEffect, useRef, type ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/rows.module.css";

/** Things under each other, each with its own act: what needs me, devices, steps. Rows part by a hairline. */
export const Rows = (props: {
  readonly children: ReactNode;
  readonly label?: string;
}): ReactNode => (
  <ul className={styles["rows"]} aria-label={props.label}>
    {props.children}
  </ul>
);

export interface RowProps {
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly icon?: Icon;
  readonly marks?: ReactNode;
  readonly action?: ReactNode;
  /** Makes the title a link. */
  readonly to?: string;
  /** Done or over: shown quieter. */
  readonly quiet?: boolean;
  /** The one that somebody was led to: in view and marked. */
  readonly sought?: boolean;
}

export const Row = (props: RowProps): ReactNode => {
  const { sought: isSought = false } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSought) row.current?.scrollIntoView({ block: "center" });
  }, [isSought]);
  return (
    <li
      ref={row}
      className={styles["row"]}
      data-quiet={props.quiet || undefined}
      aria-current={isSought || undefined}
    >
      {props.icon && <props.icon size={18} stroke={1.75} aria-hidden />}
      <div className={styles["words"]}>
        <div className={styles["title"]}>
          {props.to === undefined ? props.title : <Link to={props.to}>{props.title}</Link>}
        </div>
        {props.below !== undefined && <div className={styles["below"]}>{props.below}</div>}
      </div>
      {props.marks !== undefined && <div className={styles["marks"]}>{props.marks}</div>}
      {props.action !== undefined && <div className={styles["action"]}>{props.action}</div>}
    </li>
  );
};

import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import styles from "#web/ui/finding-panel.module.css";

/** Something found in what was written, at its place: what it is, what follows from it, how it is mended. */
export const FindingPanel = (props: {
  readonly id?: string;
  readonly icon: Icon;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** `risk`: must be mended before signing; `note`: may stand. */
  readonly weight: "risk" | "note";
  readonly actions?: ReactNode;
  /** Side by side, where there is width and no height. */
  readonly flat?: boolean;
}): ReactNode => (
  <div
    id={props.id}
    className={styles["panel"]}
    data-weight={props.weight}
    data-flat={props.flat || undefined}
  >
    <p className={styles["title"]}>
      <props.icon size={16} stroke={1.75} aria-hidden />
      {props.title}
    </p>
    {props.children !== undefined && <div className={styles["words"]}>{props.children}</div>}
    {props.actions !== undefined && <div className={styles["actions"]}>{props.actions}</div>}
  </div>
);

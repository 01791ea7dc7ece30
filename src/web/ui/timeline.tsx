import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { HistoryIcon } from "#web/ui/icons.ts";
import { Time } from "#web/ui/time.tsx";
import styles from "#web/ui/timeline.module.css";

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly zone?: string;
  /** What happened, in one line. */
  readonly title: ReactNode;
  /** Before and after, or a remark. */
  readonly detail?: ReactNode;
  readonly by?: ReactNode;
  readonly icon?: Icon;
}

/** What happened to a record, newest first as given. */
export const Timeline = (props: { readonly entries: readonly TimelineEntry[] }): ReactNode => (
  <ol className={styles["timeline"]}>
    {props.entries.map(({ icon: Icon = HistoryIcon, ...entry }) => (
      <li key={entry.id} className={styles["entry"]}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <div>
          <div className={styles["title"]}>{entry.title}</div>
          {entry.detail !== undefined && <div className={styles["detail"]}>{entry.detail}</div>}
          <div className={styles["when"]}>
            <Time at={entry.at} zone={entry.zone} />
            {entry.by !== undefined && <> · {entry.by}</>}
          </div>
        </div>
      </li>
    ))}
  </ol>
);

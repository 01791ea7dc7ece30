import type { ReactNode } from "react";
import styles from "#web/ui/segment-list.module.css";

export interface NamedSegment {
  /** As it stands in the file, without its terminator. */
  readonly text: string;
  readonly name: ReactNode;
  /** Something is said of this one elsewhere. */
  readonly isMarked?: boolean;
}

/** A file as machines read it, one segment a line, with what each is called beside it. */
export const SegmentList = (props: {
  readonly label: string;
  readonly segments: readonly NamedSegment[];
}): ReactNode => (
  <ol className={styles["segments"]} aria-label={props.label}>
    {props.segments.map((segment, place) => (
      <li key={place} aria-current={segment.isMarked || undefined}>
        <span className={styles["number"]} aria-hidden>
          {place + 1}
        </span>
        <code className={styles["text"]}>{segment.text}</code>
        <span className={styles["name"]}>{segment.name}</span>
      </li>
    ))}
  </ol>
);

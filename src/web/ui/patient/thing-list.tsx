import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import styles from "#web/ui/patient/thing-list.module.css";

/** A few things under each other, parted by a hairline: an icon, words, and an act at the right. */
export const ThingList = (props: { readonly children: ReactNode }): ReactNode => (
  <ul className={styles["list"]}>{props.children}</ul>
);

export const Thing = (props: {
  readonly icon: Icon;
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly act?: ReactNode;
}): ReactNode => (
  <li className={styles["thing"]}>
    <span className={styles["icon"]} aria-hidden>
      <props.icon size={20} stroke={1.75} />
    </span>
    <span className={styles["words"]}>
      <strong>{props.title}</strong>
      {props.below !== undefined && <span>{props.below}</span>}
    </span>
    {props.act}
  </li>
);

import type { ReactNode } from "react";
import type { Meaning } from "#web/ui/chip.tsx";
import {
  HeldIcon,
  NoteIcon,
  OnTimeIcon,
  OverdueIcon,
  RiskIcon,
  ShortIcon,
  type Icon,
} from "#web/ui/icons.ts";
import styles from "#web/ui/note.module.css";

const icons: Readonly<Record<Meaning, Icon>> = {
  ontime: OnTimeIcon,
  short: ShortIcon,
  risk: RiskIcon,
  held: HeldIcon,
  overdue: OverdueIcon,
};

/** Two ways out of what a note says. */
export const NoteActs = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["acts"]}>{props.children}</div>
);

/** One fact about the whole screen that matters now, with what to do about it. */
export const Note = (props: {
  readonly children: ReactNode;
  readonly meaning?: Meaning;
  readonly icon?: Icon;
  readonly action?: ReactNode;
}): ReactNode => {
  const Icon = props.icon ?? (props.meaning ? icons[props.meaning] : NoteIcon);
  return (
    <div className={styles["note"]} data-meaning={props.meaning}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <div className={styles["words"]}>{props.children}</div>
      {props.action}
    </div>
  );
};

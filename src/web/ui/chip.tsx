import type { ReactNode } from "react";
import {
  HeldIcon,
  OnTimeIcon,
  OverdueIcon,
  RiskIcon,
  ShortIcon,
  type Icon,
} from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/chip.module.css";

/** What a colour may mean. `plain` means nothing and is the rule. */
export type Meaning = "ontime" | "short" | "risk" | "held" | "overdue";

const icons: Readonly<Record<Meaning, Icon>> = {
  ontime: OnTimeIcon,
  short: ShortIcon,
  risk: RiskIcon,
  held: HeldIcon,
  overdue: OverdueIcon,
};

/**
 * A word with a shape and an icon, never colour alone. `ontime`: met; `short`: soon due; `risk`: at
 * risk; `held`: the bill waits, care goes on; `overdue`: late, the only solid one.
 */
export const Chip = (props: {
  readonly children: ReactNode;
  readonly meaning?: Meaning;
  readonly icon?: Icon;
}): ReactNode => {
  const Icon = props.icon ?? (props.meaning && icons[props.meaning]);
  return (
    <span
      className={join(
        styles["chip"],
        props.meaning ? styles[props.meaning] : !Icon && styles["plain"],
      )}
    >
      {Icon && <Icon size={14} stroke={2} aria-hidden />}
      {props.children}
    </span>
  );
};

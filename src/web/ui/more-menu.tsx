import type { ReactNode } from "react";
import { MoreIcon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import { Menu, type MenuAct } from "#web/ui/menu.tsx";
import styles from "#web/ui/button.module.css";

/** The acts of one row behind three dots. Its label names the row, for whoever only hears it. */
export const MoreMenu = (props: {
  readonly label: string;
  readonly acts: readonly MenuAct[];
}): ReactNode => (
  <Menu
    trigger={
      <button
        type="button"
        className={join(styles["button"], styles["icon"])}
        aria-label={props.label}
        title={props.label}
      >
        <MoreIcon size={18} stroke={1.75} aria-hidden />
      </button>
    }
    groups={[{ acts: props.acts }]}
  />
);

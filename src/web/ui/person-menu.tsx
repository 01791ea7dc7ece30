import type { ReactNode } from "react";
import { Avatar } from "#web/ui/avatar.tsx";
import { Menu, type MenuGroup } from "#web/ui/menu.tsx";
import styles from "#web/ui/shell-bar.module.css";

/** The person at the screen, and behind their name all that concerns them and this device. */
export const PersonMenu = (props: {
  readonly name: string;
  readonly email: string;
  readonly groups: readonly MenuGroup[];
}): ReactNode => (
  <Menu
    trigger={
      <button type="button" className={styles["me"]}>
        <Avatar name={props.name} />
        <span>{props.name}</span>
      </button>
    }
    head={
      <>
        <strong>{props.name}</strong>
        <br />
        {props.email}
      </>
    }
    groups={props.groups}
  />
);

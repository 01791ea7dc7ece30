import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/button.module.css";

/** A button that is only an icon: close, back, search and the chevrons. Everything else has a word. */
export const IconButton = (props: {
  readonly icon: Icon;
  readonly label: string;
  readonly onPress: () => void;
}): ReactNode => (
  <button
    type="button"
    className={join(styles["button"], styles["icon"])}
    aria-label={props.label}
    title={props.label}
    onClick={props.onPress}
  >
    <props.icon size={18} stroke={1.75} aria-hidden />
  </button>
);

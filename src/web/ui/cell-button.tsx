import type { KeyboardEvent, ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/cell-button.module.css";

/** What stands in a cell and can be pressed: it looks like text until one comes near. Opens a menu where `Menu` wraps it. */
export const CellButton = (props: {
  readonly label?: string;
  readonly children: ReactNode;
  readonly id?: string;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly "aria-haspopup"?: "menu";
  readonly "aria-expanded"?: boolean;
  /** Not on the way of the Tab key: the chosen row's keys do the same. */
  readonly isAside?: boolean;
}): ReactNode => (
  <button
    type="button"
    id={props.id}
    className={styles["cell"]}
    aria-label={props.label}
    aria-haspopup={props["aria-haspopup"]}
    aria-expanded={props["aria-expanded"]}
    tabIndex={props.isAside ? -1 : undefined}
    onClick={props.onClick}
    onKeyDown={props.onKeyDown}
  >
    {props.children}
  </button>
);

/** Two things of one cell: what it says, and the one act that is needed most, shown when one is near. */
export const CellPair = (props: {
  readonly children: ReactNode;
  readonly act?: {
    readonly icon: Icon;
    readonly label: string;
    /** Stands under the icon where nothing comes near before it presses. */
    readonly word: string;
    readonly onPress: () => void;
    readonly isAside?: boolean;
  };
}): ReactNode => (
  <div className={styles["pair"]}>
    {props.children}
    {props.act && (
      <button
        type="button"
        className={styles["near"]}
        aria-label={props.act.label}
        title={props.act.label}
        tabIndex={props.act.isAside ? -1 : undefined}
        onClick={props.act.onPress}
      >
        <props.act.icon size={16} stroke={1.75} aria-hidden />
        <span aria-hidden>{props.act.word}</span>
      </button>
    )}
  </div>
);

/** A few acts side by side in a row, as long as nothing has happened yet. */
export const CellActs = (props: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode => (
  <div role="group" aria-label={props.label} className={styles["acts"]}>
    {props.children}
  </div>
);

/** Words in a cell that are quiet. */
export const CellQuiet = (props: { readonly children: ReactNode }): ReactNode => (
  <span className={join(styles["quiet"])}>{props.children}</span>
);

/** A figure in a cell. */
export const CellFigure = (props: { readonly children: ReactNode }): ReactNode => (
  <b className={styles["figure"]}>{props.children}</b>
);

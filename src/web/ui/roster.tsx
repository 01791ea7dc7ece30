import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/roster.module.css";

/** The columns of a roster, in their order. `desk`: left out on a tablet; `tablet`: on a phone. */
export interface RosterColumn {
  readonly key: string;
  readonly head: ReactNode;
  readonly hideBelow?: "desk" | "tablet";
}

/** The frame of a roster: who, what they did, and where the note stands. At most one row is chosen and being written. */
export const Roster = (props: {
  readonly label: string;
  readonly columns: readonly RosterColumn[];
  readonly children: ReactNode;
  readonly onMove: (step: 1 | -1) => void;
  /** Under the last row, in sight while the rows scroll. */
  readonly foot?: ReactNode;
}): ReactNode => {
  const move = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.matches("textarea, input, [role=menuitem]")
    )
      return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    props.onMove(event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <div className={styles["roster"]}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the chosen row holds the focus of the grid */}
      <div role="grid" aria-label={props.label} className={styles["grid"]} onKeyDown={move}>
        <div role="row" className={join(styles["line"], styles["head"])}>
          {props.columns.map((column) => (
            <div
              key={column.key}
              role="columnheader"
              className={join(column.hideBelow && styles[column.hideBelow])}
            >
              {column.head}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles["rows"]}>
          {props.children}
        </div>
      </div>
      {props.foot !== undefined && props.foot !== false && (
        <div className={styles["foot"]}>{props.foot}</div>
      )}
    </div>
  );
};

/** A cell of a row: what it shows, and where it is left out. */
export interface RosterCell {
  readonly key: string;
  readonly content: ReactNode;
  readonly hideBelow?: "desk" | "tablet";
  /** Takes the rest of the row: what can be done before there is anything to show. */
  readonly fillsRow?: boolean;
  /** Is written in: where the row is narrow, the chosen one gives it a line of its own. */
  readonly isWritten?: boolean;
}

/** One person's row. The chosen one is higher and has a second line for what is being answered. */
export const RosterRow = (props: {
  readonly label: string;
  readonly cells: readonly RosterCell[];
  readonly isChosen: boolean;
  /** Where Tab comes into the roster while no row is chosen. */
  readonly isStop: boolean;
  /** Hatched: nothing is written here, because nobody was. */
  readonly isAway: boolean;
  readonly isSigned: boolean;
  readonly onChoose: () => void;
  readonly onEnter: () => void;
  /** The row itself takes the focus, by whatever way. */
  readonly onFocus: () => void;
  readonly below?: ReactNode;
  /** Grows each time the row is to take the focus. */
  readonly focusTurn: number;
}): ReactNode => {
  const row = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const { isChosen, focusTurn } = props;
  useEffect(() => {
    if (!isChosen || focusTurn === 0) return;
    row.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen, focusTurn]);
  // What was pressed in it may be gone with what it did, and no event says so: the focus stays in the row.
  useEffect(() => {
    if (isChosen && hasFocus.current && document.activeElement === document.body)
      row.current?.focus({ preventScroll: true });
  });
  return (
    <div
      ref={row}
      role="row"
      tabIndex={isChosen || props.isStop ? 0 : -1}
      aria-selected={isChosen}
      aria-label={props.label}
      className={join(
        styles["row"],
        isChosen && styles["chosen"],
        props.isAway && styles["away"],
        props.isSigned && styles["signed"],
      )}
      onClick={(event) => {
        // What is pressed in a row does its own; the row is chosen by a press beside it.
        const isOwn =
          event.target instanceof Element && event.target.closest("button, textarea, input");
        if (!isChosen && !isOwn) props.onChoose();
      }}
      onFocus={(event) => {
        hasFocus.current = true;
        if (event.target === event.currentTarget) props.onFocus();
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        props.onEnter();
      }}
    >
      <div className={styles["line"]} role="presentation">
        {props.cells.map((cell) => (
          <div
            key={cell.key}
            role="gridcell"
            className={join(
              styles["cell"],
              cell.fillsRow && styles["fills"],
              cell.isWritten && styles["written"],
              cell.hideBelow && styles[cell.hideBelow],
            )}
          >
            {cell.content}
          </div>
        ))}
      </div>
      {isChosen && props.below !== undefined && (
        <div role="gridcell" className={styles["below"]}>
          {props.below}
        </div>
      )}
    </div>
  );
};

/** A name with what stands under it. */
export const RosterName = (props: {
  readonly name: ReactNode;
  readonly below: ReactNode;
  readonly mark?: ReactNode;
}): ReactNode => (
  <div className={styles["name"]}>
    <div className={styles["who"]} dir="auto">
      {props.name}
    </div>
    <div className={styles["sub"]}>
      <span>{props.below}</span>
      {props.mark}
    </div>
  </div>
);

/** What is written on a row that is not chosen: two lines of it. */
export const RosterLine = (props: {
  readonly text: string;
  readonly placeholder: ReactNode;
}): ReactNode =>
  props.text === "" ? (
    <span className={styles["missing"]}>{props.placeholder}</span>
  ) : (
    <div className={styles["text"]} dir="auto">
      {props.text}
    </div>
  );

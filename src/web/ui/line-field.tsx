import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/line-field.module.css";

/** A short text within a line of acts: a time, a name. Its label is read aloud and stands in it while it is empty. */
export const LineField = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly narrow?: boolean;
  readonly autoFocus?: boolean;
}): ReactNode => (
  <input
    type="text"
    className={join(styles["field"], props.narrow && styles["narrow"])}
    aria-label={props.label}
    placeholder={props.label}
    value={props.value}
    autoFocus={props.autoFocus}
    onFocus={(event) => event.target.select()}
    onChange={(event) => props.onChange(event.target.value)}
    onKeyDown={(event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      props.onEnter?.();
    }}
  />
);

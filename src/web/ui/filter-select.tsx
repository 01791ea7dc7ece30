import type { ReactNode } from "react";
import { OpenIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/data-table.module.css";
import fieldStyles from "#web/ui/field.module.css";

/**
 * Narrows a list that is no table, as the filters above a table do. Empty means everything. What is chosen says of what it is
 * the choice: closed, the name of the filter stands nowhere else.
 */
export const FilterSelect = (props: {
  readonly label: string;
  /** What the empty choice says. */
  readonly all: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}): ReactNode => (
  <span className={styles["filter"]}>
    <select
      className={fieldStyles["input"]}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.all}</option>
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.value === props.value ? `${props.label}: ${choice.label}` : choice.label}
        </option>
      ))}
    </select>
    <OpenIcon size={16} stroke={1.75} aria-hidden />
  </span>
);

import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import { OpenIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/field.module.css";

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export interface SelectFieldProps<V extends string> extends FieldFrameProps, FieldBinding<V | ""> {
  readonly choices: readonly Choice<V>[];
  /** What the empty choice says; without it there is none. */
  readonly none?: string;
  readonly disabled?: boolean;
  readonly autoComplete?: string;
}

/** One of a few. For many, or where one searches, take `PickField`. */
export const SelectField = <V extends string>(props: SelectFieldProps<V>): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <span className={styles["select"]}>
        <select
          {...tied}
          className={styles["input"]}
          name={props.name}
          value={props.value}
          disabled={props.disabled}
          autoComplete={props.autoComplete ?? "off"}
          onChange={(event) => props.onChange(chosen(props.choices, event.target.value))}
        >
          {(props.none !== undefined || props.value === "") && (
            <option value="">{props.none ?? ""}</option>
          )}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        {!props.disabled && <OpenIcon size={16} stroke={1.75} aria-hidden />}
      </span>
    )}
  </FieldFrame>
);

const chosen = <V extends string>(choices: readonly Choice<V>[], text: string): V | "" =>
  choices.find((choice) => choice.value === text)?.value ?? "";

import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";
import { wholeTyped } from "#web/ui/typed-number.ts";

export interface NumberFieldProps extends FieldFrameProps, FieldBinding<number | null> {
  readonly readOnly?: boolean;
}

/**
 * A whole number of zero or more, null where empty. No wheel and no arrows that change it by accident. What is none stays as
 * it was typed and has no value: the field says so, and the form does not send it as if it were empty.
 */
export const NumberField = (props: NumberFieldProps): ReactNode => {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const { value, onChange } = props;
  // What stands in the form since counts more than what was typed before it, also once that is gone again.
  if (value !== null && typed !== "") setTyped("");
  const odd = value === null ? typed : "";
  const error = odd === "" ? "" : t`Write a whole number, such as 12. It cannot be less than zero.`;
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={error || props.error}
      optional={props.optional}
    >
      {(tied) => (
        <input
          {...tied}
          ref={(input) => input?.setCustomValidity(error)}
          className={styles["input"]}
          name={props.name}
          inputMode="numeric"
          autoComplete="off"
          value={value ?? odd}
          onChange={({ target }) => {
            const number = wholeTyped(target.value);
            setTyped(number === false ? target.value : "");
            onChange(number === false ? null : number);
          }}
          readOnly={props.readOnly}
        />
      )}
    </FieldFrame>
  );
};

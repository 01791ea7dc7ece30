import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

export interface NumberFieldProps extends FieldFrameProps, FieldBinding<number | null> {
  readonly decimals?: boolean;
  readonly readOnly?: boolean;
}

const read = (text: string, decimals: boolean): number | null => {
  const kept = text.replace(decimals ? /[^\d.]/g : /\D/g, "");
  return kept === "" || Number.isNaN(Number(kept)) ? null : Number(kept);
};

/** A number of zero or more, null where empty. No wheel and no arrows that change it by accident. */
export const NumberField = (props: NumberFieldProps): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <input
        {...tied}
        className={styles["input"]}
        name={props.name}
        inputMode={props.decimals ? "decimal" : "numeric"}
        autoComplete="off"
        value={props.value ?? ""}
        onChange={(event) => props.onChange(read(event.target.value, props.decimals ?? false))}
        readOnly={props.readOnly}
      />
    )}
  </FieldFrame>
);

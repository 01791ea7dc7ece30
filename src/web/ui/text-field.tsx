import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

export interface TextFieldProps extends FieldFrameProps, FieldBinding<string> {
  readonly kind?: Extract<HTMLInputTypeAttribute, "text" | "email" | "tel" | "search" | "url">;
  /** What browsers and password managers may fill in: `email`, `street-address`, `off`. */
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: "text" | "numeric" | "tel" | "email";
}

export const TextField = (props: TextFieldProps): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <input
        {...tied}
        className={styles["input"]}
        name={props.name}
        type={props.kind ?? "text"}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete={props.autoComplete ?? "off"}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        autoFocus={props.autoFocus}
        maxLength={props.maxLength}
        inputMode={props.inputMode}
        spellCheck={props.kind === undefined || props.kind === "text" ? undefined : false}
      />
    )}
  </FieldFrame>
);

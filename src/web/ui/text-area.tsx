import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

export interface TextAreaProps extends FieldFrameProps, FieldBinding<string> {
  readonly rows?: number;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** Text of several lines; grows with what is written. */
export const TextArea = (props: TextAreaProps): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <textarea
        {...tied}
        className={styles["input"]}
        name={props.name}
        rows={props.rows ?? 3}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        autoFocus={props.autoFocus}
      />
    )}
  </FieldFrame>
);

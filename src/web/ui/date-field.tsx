import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

export interface DateFieldProps extends FieldFrameProps, FieldBinding<string> {
  /** Civil dates `YYYY-MM-DD`. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly readOnly?: boolean;
  readonly autoComplete?: "bday" | "off";
  readonly autoFocus?: boolean;
}

/**
 * A day on the calendar as `YYYY-MM-DD`, empty where none. The browser's own field: it is typed
 * with the keyboard, read by screen readers, and brings the phone's own picker.
 */
export const DateField = (props: DateFieldProps): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <input
        {...tied}
        className={styles["input"]}
        name={props.name}
        type="date"
        // Both: a panel of the kit looks for the second when it opens.
        autoFocus={props.autoFocus}
        data-autofocus={props.autoFocus || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        min={props.earliest}
        max={props.latest}
        readOnly={props.readOnly}
        autoComplete={props.autoComplete ?? "off"}
      />
    )}
  </FieldFrame>
);

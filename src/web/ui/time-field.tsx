import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

/** An hour of the day as `HH:MM`, empty where none. The browser's own field, as for days. */
export const TimeField = (
  props: FieldFrameProps & FieldBinding<string> & { readonly autoFocus?: boolean },
): ReactNode => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
    {(tied) => (
      <input
        {...tied}
        className={styles["input"]}
        name={props.name}
        type="time"
        autoFocus={props.autoFocus}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete="off"
      />
    )}
  </FieldFrame>
);

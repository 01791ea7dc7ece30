import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode, type SyntheticEvent } from "react";
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

/** Years have four digits here: the browser would take six, and no calendar could say such a day. */
const lastDay = "9999-12-31";

/**
 * A day on the calendar as `YYYY-MM-DD`, empty where none. The browser's own field: it is typed
 * with the keyboard, read by screen readers, and brings the phone's own picker. Half a day, or one that
 * is on no calendar, has no value: the field says so, and the form does not send it as if it were empty.
 */
export const DateField = (props: DateFieldProps): ReactNode => {
  const { t } = useLingui();
  const [isNoDay, setNoDay] = useState(false);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>): void =>
    setNoDay(currentTarget.validity.badInput);
  const error = isNoDay ? t`Part of this day is missing, or there is no such day.` : props.error;
  return (
    <FieldFrame label={props.label} hint={props.hint} error={error} optional={props.optional}>
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
          onChange={(event) => {
            setNoDay(false);
            if (event.target.value.length <= lastDay.length) props.onChange(event.target.value);
          }}
          onBlur={look}
          onInvalid={look}
          min={props.earliest}
          max={props.latest ?? lastDay}
          readOnly={props.readOnly}
          autoComplete={props.autoComplete ?? "off"}
        />
      )}
    </FieldFrame>
  );
};

import { useLingui } from "@lingui/react/macro";
import { useId, useState, type ReactNode, type SyntheticEvent } from "react";
import { weekdayTyped } from "#web/platform/typed-day.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import dayStyles from "#web/ui/date-field.module.css";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";
import { join } from "#web/ui/join.ts";

export interface DateFieldProps extends FieldFrameProps, FieldBinding<string> {
  /** Civil dates `YYYY-MM-DD`. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Nobody plans by the weekday of a birthday: it is not said. */
  readonly birthday?: boolean;
  readonly autoFocus?: boolean;
}

/** Years have four digits here: the browser would take six, and no calendar could say such a day. */
const lastDay = "9999-12-31";

/** The weekday inside the field, once a whole day stands there. Nothing moves when it comes or goes. */
const Weekday = (props: { readonly id: string; readonly weekday: string }): ReactNode => (
  <span id={props.id} className={dayStyles["weekday"]}>
    {props.weekday}
  </span>
);

/**
 * A day on the calendar as `YYYY-MM-DD`, empty where none. The browser's own field: it is typed
 * with the keyboard, read by screen readers, and brings the phone's own picker. Half a day, or one that
 * is on no calendar, has no value: the field says so, and the form does not send it as if it were empty.
 */
export const DateField = (props: DateFieldProps): ReactNode => {
  const { t } = useLingui();
  const weekdayId = useId();
  const [isNoDay, setNoDay] = useState(false);
  const weekday = props.birthday ? null : weekdayTyped(props.value);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>): void =>
    setNoDay(currentTarget.validity.badInput);
  const error = isNoDay ? t`Part of this day is missing, or there is no such day.` : props.error;
  return (
    <FieldFrame label={props.label} hint={props.hint} error={error} optional={props.optional}>
      {(tied) => (
        <div className={dayStyles["field"]}>
          <input
            {...tied}
            aria-describedby={
              join(weekday !== null && weekdayId, tied["aria-describedby"]) || undefined
            }
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
            autoComplete="off"
          />
          {weekday !== null && <Weekday id={weekdayId} weekday={weekday} />}
        </div>
      )}
    </FieldFrame>
  );
};

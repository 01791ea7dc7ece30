import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

/** A seat that somebody missed, or that was called off. */
interface Missed {
  readonly attendanceId: string;
  readonly startsAt: string;
  readonly zone: string;
  readonly name: string;
  readonly status: string;
}

/** Which missed session of the stay a make-up is for; where none is open, that is said instead of asked. */
export const MissedField = (props: {
  /** Undefined where they are not known, or not asked for. */
  readonly seats: readonly Missed[] | undefined;
  readonly field: FieldBinding<string>;
}): ReactNode => {
  const { t } = useLingui();
  const { seats, field } = props;
  if (seats === undefined) return null;
  if (seats.length === 0)
    return (
      <Quiet>
        <Trans>No missed session of the last 60 days is left to make up for.</Trans>
      </Quiet>
    );
  const say = ({ startsAt, zone, name, status }: Missed): string => {
    const when = sayDate(dayAt(startsAt, zone));
    return status === "cancelled" ? t`${when}, ${name} (called off)` : `${when}, ${name}`;
  };
  return (
    <SelectField
      label={t`Makes up for`}
      hint={t`Each missed session is made up for once.`}
      optional
      choices={seats.map((seat) => ({ value: seat.attendanceId, label: say(seat) }))}
      {...field}
    />
  );
};

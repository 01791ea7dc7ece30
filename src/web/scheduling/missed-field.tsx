import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listMissedSeats, type MissedSeat } from "#domain/scheduling/seat.api.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { SelectField } from "#web/ui/select-field.tsx";

const useSayMissed = (): ((seat: MissedSeat) => string) => {
  const { t } = useLingui();
  return ({ startsAt, zone, name, status }) => {
    const when = sayDate(dayAt(startsAt, zone));
    return status === "cancelled" ? t`${when}, ${name} (called off)` : `${when}, ${name}`;
  };
};

/** Which missed session of the stay a make-up is for; nothing is asked where none is open. */
export const MissedField = (props: {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly field: FieldBinding<string>;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, enrollmentId, field } = props;
  const isAsked = patientId !== "" && enrollmentId !== "";
  const read = useRead(
    listMissedSeats,
    { patientId, enrollmentId },
    { enabled: isAsked, quiet: true, alsoOn: ["session", "attendance"] },
  );
  const say = useSayMissed();
  const rows = isAsked ? (read.data?.rows ?? []) : [];
  if (rows.length === 0) return null;
  return (
    <SelectField
      label={t`Makes up for`}
      hint={t`Each missed session is made up for once.`}
      optional
      choices={rows.map((seat) => ({ value: seat.attendanceId, label: say(seat) }))}
      {...field}
    />
  );
};

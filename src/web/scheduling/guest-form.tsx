import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import { listMissedSeats } from "#domain/scheduling/seat.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useRead } from "#web/platform/use-read.ts";
import { PersonField } from "#web/scheduling/person-field.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { usePeopleInCare } from "#web/scheduling/use-schedule-choices.ts";
import { MissedField } from "#web/ui/missed-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

type GuestValues = {
  readonly enrollmentId: string;
  readonly kind: "guest" | "make-up" | "";
  readonly makesUpFor: string;
};

/** Seats somebody in this one session: a guest, or a member who makes up for a missed one. */
export const GuestForm = (props: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { id: sessionId } = props.session;
  const people = usePeopleInCare();
  const act = useAct(addAttendee, {
    done: t`They have a seat in this session.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["session", "hours"],
    failureShownInPlace: true,
  });
  const form = useForm<GuestValues, typeof addAttendee>({
    id: `guest-${sessionId}`,
    initial: { enrollmentId: "", kind: "make-up", makesUpFor: "" },
    act,
    toInput: ({ enrollmentId, kind, makesUpFor }) => ({
      sessionId,
      enrollmentId,
      patientId: people.patientOf(enrollmentId),
      kind: kind === "" ? "guest" : kind,
      makesUpFor: kind === "make-up" ? makesUpFor || oldest : "",
    }),
    check: (values) => missingOf(values, ["enrollmentId"]),
    serverNames: { patientId: "enrollmentId" },
  });
  const { enrollmentId: stayId, kind: comesAs, makesUpFor } = form.values;
  const patientId = people.patientOf(stayId);
  const isAsked = comesAs === "make-up" && patientId !== "";
  const read = useRead(
    listMissedSeats,
    { patientId, enrollmentId: stayId },
    { enabled: isAsked, quiet: true, alsoOn: ["session", "attendance"] },
  );
  // A make-up is for something: the oldest that is left, until another is chosen.
  const oldest: string = isAsked ? (read.data?.rows.at(-1)?.attendanceId ?? "") : "";
  return (
    <PanelForm form={form} submit={<Trans>Give the seat</Trans>} onClose={props.onClose}>
      <PersonField
        label={t`Who`}
        people={people}
        program={props.session.program}
        seriesId={props.session.series?.id}
        {...form.field("enrollmentId")}
        onChange={(enrollmentId) => form.set({ enrollmentId, makesUpFor: "" })}
      />
      <SelectField
        label={t`Comes as`}
        choices={[
          { value: "make-up", label: t`Make-up for a missed session` },
          { value: "guest", label: t`Guest of this session` },
        ]}
        {...form.field("kind")}
      />
      <MissedField
        seats={isAsked ? read.data?.rows : undefined}
        field={{ ...form.field("makesUpFor"), value: makesUpFor || oldest }}
      />
    </PanelForm>
  );
};

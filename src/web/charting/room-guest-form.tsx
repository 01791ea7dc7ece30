import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import { listMissedSeats } from "#domain/scheduling/seat.api.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { guestWords } from "#web/charting/room-words.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FieldProblems } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { FindField } from "#web/ui/find-field.tsx";
import { MissedField } from "#web/ui/missed-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

type GuestValues = {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly kind: "guest" | "make-up" | "";
  readonly makesUpFor: string;
};

/** People of the organization by name, date of birth or record number. */
const useFound = (typed: string) => {
  const q = useSettled(typed.split(" · ")[0] ?? "", 200);
  const found = useRead(
    searchPatients,
    { q, limit: 12 },
    { enabled: q.trim().length > 1, keepWhileLoading: true, quiet: true },
  );
  return (found.data?.rows ?? []).map((one) => ({
    value: one.id,
    label: `${shownName(one)} · ${sayCalendarDate(one.birthDate)} · ${one.mrn}`,
  }));
};

/** The stays of a person that run on the day of the session, as the field's choices; null until they are read. */
const useStays = (patientId: string, on: string) => {
  const read = useRead(listEnrollments, { patientId }, { enabled: patientId !== "", quiet: true });
  if (read.data === undefined) return null;
  return read.data.rows
    .filter(({ admittedOn, endedOn }) => admittedOn <= on && (endedOn === null || endedOn >= on))
    .map(({ id, program, track, levelOfCare }) => ({
      value: id,
      label: `${program.name} · ${track.name} · ${levelOfCare.name}`,
    }));
};

/** What a stay missed and has not made up for; nothing as long as nobody asks for it. */
const useMissed = (patientId: string, enrollmentId: string, isAsked: boolean) => {
  const enabled = isAsked && patientId !== "" && enrollmentId !== "";
  const asked = { patientId, enrollmentId };
  const alsoOn = ["session", "attendance"];
  const read = useRead(listMissedSeats, asked, { enabled, quiet: true, alsoOn });
  return enabled ? read.data?.rows : undefined;
};

/** Seats somebody in this one session: a guest, or a member who makes up for a missed one. */
export const RoomGuestForm = (props: {
  readonly model: RoomModel;
  readonly onSeated: (patientId: string) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { session, rows } = props.model.room;
  const [typed, setTyped] = useState("");
  const act = useAct(addAttendee, {
    done: t`They have a seat in this session.`,
    onDone: (_, { patientId }) => props.onSeated(patientId),
    words: guestWords,
    changes: ["session", "hours"],
    failureShownInPlace: true,
  });
  const seated = (patientId: string): boolean => rows.some((row) => row.patientId === patientId);
  const form = useForm<GuestValues, typeof addAttendee>({
    id: `room-guest-${session.id}`,
    initial: { patientId: "", enrollmentId: "", kind: "make-up", makesUpFor: "" },
    act,
    toInput: ({ patientId, enrollmentId, kind, makesUpFor }) => ({
      sessionId: session.id,
      patientId,
      enrollmentId: enrollmentId || (stays?.[0]?.value ?? ""),
      kind: kind === "" ? "guest" : kind,
      makesUpFor: kind === "make-up" ? makesUpFor : "",
    }),
    check: (values): FieldProblems => {
      if (seated(values.patientId)) return { patientId: { code: "seated" } };
      if (values.patientId === "") return missingOf(values, ["patientId"]);
      if (stays?.length === 0) return { patientId: { code: "no-stay" } };
      return stays?.length === 1 ? {} : missingOf(values, ["enrollmentId"]);
    },
  });
  const stays = useStays(form.values.patientId, session.serviceDate);
  const found = useFound(typed);
  const [only] = stays ?? [];
  const { values } = form;
  const stayId = values.enrollmentId || (only?.value ?? "");
  const missed = useMissed(values.patientId, stayId, values.kind === "make-up");
  const person = form.field("patientId");
  return (
    <PanelForm form={form} submit={<Trans>Give the seat</Trans>} onClose={props.onClose}>
      <FindField
        label={t`Who`}
        placeholder={t`Name, date of birth or record number`}
        {...person}
        onChange={(patientId) => form.set({ patientId, enrollmentId: "", makesUpFor: "" })}
        onFind={setTyped}
        found={found}
        hint={stays?.length === 1 ? only?.label : undefined}
      />
      {stays !== null && stays.length > 1 && (
        <SelectField
          label={t`Stay`}
          choices={stays}
          {...form.field("enrollmentId")}
          onChange={(enrollmentId) => form.set({ enrollmentId, makesUpFor: "" })}
        />
      )}
      <SelectField
        label={t`Comes as`}
        choices={[
          { value: "make-up", label: t`Make-up for a missed session` },
          { value: "guest", label: t`Guest of this session` },
        ]}
        {...form.field("kind")}
      />
      <MissedField seats={missed} field={form.field("makesUpFor")} />
    </PanelForm>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { staffName, type StaffRow } from "#domain/practice/staff.ts";
import type { AskedKind } from "#domain/tasks/asked-kind.ts";
import { createTask } from "#domain/tasks/task.api.ts";
import { dayAt, hourAt, momentOn, sayCalendarDate, sayTime } from "#web/platform/dates.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { useToday } from "#web/platform/use-today.ts";
import { taskWords } from "#web/tasks/task-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FindField } from "#web/ui/find-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

type TaskValues = {
  readonly words: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly ownerStaffId: string;
  readonly day: string;
  readonly hour: string;
};

/** The hours of a working day, and its end. */
const hours = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map(
  (hour) => `${String(hour).padStart(2, "0")}:00`,
);
const lastHour = 21;
const pauseMs = 150;

/** What a link already says of the task. */
export interface BegunTask {
  readonly words: string;
  readonly ownerStaffId: string;
  readonly patient: { readonly id: string; readonly name: string } | null;
  /** What of a session or of the person it asks for; nobody is asked for the same twice. */
  readonly about: { readonly kind: AskedKind; readonly id: string } | null;
}

/** A task begun by a link has until five tomorrow; by hand, the hour is asked. */
const begunTask = (
  { words, ownerStaffId, patient }: BegunTask,
  now: Date,
  zone: string,
): TaskValues => {
  const isLate = hourAt(now, zone) + 1 > lastHour;
  const isLinked = words !== "";
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  return {
    words,
    ownerStaffId,
    patientId: patient?.id ?? "",
    patientName: patient?.name ?? "",
    day: dayAt(isLate || isLinked ? tomorrow : now, zone),
    hour: isLinked ? "17:00" : isLate ? "09:00" : "",
  };
};

/** Whoever chooses another person asks for something else. */
const aboutOf = ({ about }: BegunTask, { patientId }: TaskValues): BegunTask["about"] =>
  about?.kind === "patient-facts" && about.id !== patientId ? null : about;

const dueAtOf = ({ day, hour }: TaskValues, zone: string): string =>
  momentOn(day, hour, zone).toISOString();

/** Finds whom a task is about by any of their names. */
const useFoundPatients = () => {
  const mayFind = useCan("patients:read");
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.split(" · ")[0] ?? "", pauseMs);
  const found = useRead(
    searchPatients,
    { q, limit: 8 },
    { enabled: mayFind && q.length > 1, keepWhileLoading: true, quiet: true },
  );
  const choices = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${shownName(row)} · ${sayCalendarDate(row.birthDate)}`,
  }));
  return { mayFind, setTyped, choices };
};

/** Who puts right what is asked for of a person. */
const keepsFacts = ({ position }: Pick<StaffRow, "position">): boolean =>
  position === "intake-coordinator" || position === "office-coordinator";

/** Who may be given a task; for the facts of a person, whoever keeps those first. */
const useColleagues = ({ about }: BegunTask) => {
  const maySee = useCan("staff:read");
  const staff = useRead(listStaff, { limit: 200 }, { enabled: maySee, quiet: true });
  const rows = staff.data?.rows ?? [];
  const first = about?.kind === "patient-facts" ? rows.filter(keepsFacts) : [];
  const ordered = [...first, ...rows.filter((one) => !first.includes(one))];
  return ordered.map((one) => ({ value: one.id, label: staffName(one) }));
};

/** Writes a task down, for oneself or for a colleague. */
export const WriteTaskForm = (props: {
  readonly begun: BegunTask;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { one: patientWord } = usePatientWords();
  const people = useFoundPatients();
  const colleagues = useColleagues(props.begun);
  const now = useNow();
  const today = useToday();
  const [began] = useState(now);
  const isAsking = props.begun.words !== "";
  const act = useAct(createTask, {
    words: taskWords,
    failureShownInPlace: true,
    changes: ["chart"],
    done: isAsking ? t`Asked.` : t`Task written.`,
    onDone: props.onClose,
  });
  const form = useForm({
    id: `task-new:${props.begun.ownerStaffId}:${props.begun.patient?.id ?? ""}:${props.begun.words}`,
    initial: begunTask(props.begun, began, zone),
    act,
    toInput: (values) => ({
      words: values.words,
      patientId: values.patientId === "" ? null : values.patientId,
      ownerStaffId: values.ownerStaffId === "" ? null : values.ownerStaffId,
      about: aboutOf(props.begun, values),
      dueAt: dueAtOf(values, zone),
      urgency: values.day === today ? ("today" as const) : ("soon" as const),
    }),
    check: (values) => {
      const missing = missingOf(values, [
        "words",
        "day",
        "hour",
        ...(isAsking && colleagues.length > 0 ? (["ownerStaffId"] as const) : []),
      ]);
      if (Object.keys(missing).length > 0) return missing;
      return Date.parse(dueAtOf(values, zone)) <= now.getTime()
        ? { hour: { code: "in-the-past" } }
        : {};
    },
    serverNames: { dueAt: "hour" },
  });
  const { patientId, patientName } = form.values;
  const choose = (value: string): void => {
    const label = people.choices.find((one) => one.value === value)?.label ?? "";
    form.set({ patientId: value, patientName: label });
  };
  return (
    <PanelForm
      form={form}
      submit={isAsking ? <Trans>Ask</Trans> : <Trans>Write it down</Trans>}
      onClose={props.onClose}
    >
      <TextArea label={t`What is to be done`} autoFocus maxLength={400} {...form.field("words")} />
      {people.mayFind && (
        <FindField
          label={patientWord}
          optional
          placeholder={t`Name or birthday`}
          {...form.field("patientId")}
          onChange={choose}
          onFind={people.setTyped}
          found={
            patientId === "" || patientName === ""
              ? people.choices
              : [
                  { value: patientId, label: patientName },
                  ...people.choices.filter(({ value }) => value !== patientId),
                ]
          }
        />
      )}
      {colleagues.length > 0 && (
        <PickField
          label={t`For`}
          {...(!isAsking && { hint: t`Left empty, it is yours.`, optional: true, clearable: true })}
          choices={colleagues}
          {...form.field("ownerStaffId")}
        />
      )}
      <FieldRow>
        <DateField label={t`Day`} earliest={today} {...form.field("day")} />
        <SelectField
          label={t`By`}
          choices={hours.map((hour) => ({
            value: hour,
            label: sayTime(`2026-01-05T${hour}:00Z`, "UTC"),
          }))}
          {...form.field("hour")}
        />
      </FieldRow>
    </PanelForm>
  );
};

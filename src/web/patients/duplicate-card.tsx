import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listDuplicates, markDuplicate, unmarkDuplicate } from "#domain/patients/duplicate.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import type { Patient, PatientRow } from "#domain/patients/patient.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { patientWords } from "#web/patients/patient-words.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { Button } from "#web/ui/button.tsx";
import { FindField } from "#web/ui/find-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { UndoIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const pauseMs = 150;

const sayRow = (row: PatientRow): string =>
  `${shownName(row)} · ${sayCalendarDate(row.birthDate)} · ${row.mrn}`;

/** Says which record is kept; this one is found no more. */
export const MarkDuplicateForm = (props: {
  readonly patient: Patient;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patient, onClose } = props;
  const [typed, setTyped] = useState(`${patient.givenName} ${patient.familyName}`);
  const q = useSettled(typed.split(" · ")[0] ?? "", pauseMs);
  const found = useRead(
    searchPatients,
    { q, limit: 8 },
    { enabled: q.length > 1, keepWhileLoading: true, quiet: true },
  );
  const act = useAct(markDuplicate, {
    done: t`Marked. The other record is kept.`,
    onDone: onClose,
    words: patientWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `duplicate-${patient.id}`,
    initial: { keptId: "", reason: "" },
    act,
    toInput: (values) => ({ patientId: patient.id, version: patient.version, ...values }),
    check: (values) => missingOf(values, ["keptId", "reason"]),
  });
  const others = (found.data?.rows ?? []).filter(({ id }) => id !== patient.id);
  return (
    <PanelForm form={form} submit={<Trans>Mark as duplicate</Trans>} onClose={onClose}>
      <Note>
        <Trans>
          Nothing is moved or deleted: this record is found no more, both keep their history and say
          of each other. It can be taken back.
        </Trans>
      </Note>
      <FindField
        label={t`The record that is kept`}
        placeholder={t`Name or birthday`}
        {...form.field("keptId")}
        onFind={setTyped}
        found={others.map((row) => ({ value: row.id, label: sayRow(row) }))}
      />
      <TextField label={t`How you know`} {...form.field("reason")} />
    </PanelForm>
  );
};

const Undo = (props: { readonly patient: Patient }): ReactNode => {
  const { t } = useLingui();
  const { id: patientId, version } = props.patient;
  const undo = useAct(unmarkDuplicate, { done: t`In use again.`, words: patientWords });
  if (!useCan("patients:register")) return null;
  return (
    <Button
      size="small"
      icon={UndoIcon}
      busy={undo.busy}
      onPress={() => void undo.run({ patientId, version })}
    >
      <Trans>They are two people</Trans>
    </Button>
  );
};

/** That this record and another are of one person, said on both. */
export const DuplicateNotes = (props: { readonly patient: Patient }): ReactNode => {
  const { patient } = props;
  const read = useRead(listDuplicates, { patientId: patient.id }, { quiet: true });
  const { keptAs = null, duplicates = [] } = read.data ?? {};
  return (
    <>
      {keptAs !== null && (
        <Note
          meaning="short"
          action={
            <>
              <Button size="small" kind="primary" to={paths.patient(keptAs.id)}>
                <Trans>Open it</Trans>
              </Button>
              <Undo patient={patient} />
            </>
          }
        >
          <Trans>This is a second record. Kept is: {sayRow(keptAs)}.</Trans>
        </Note>
      )}
      {duplicates.map((row) => (
        <Note
          key={row.id}
          action={
            <Button size="small" to={paths.patientFacts(row.id)}>
              <Trans>See it</Trans>
            </Button>
          }
        >
          <Trans>A second record of this person is out of use: {sayRow(row)}.</Trans>
        </Note>
      ))}
    </>
  );
};

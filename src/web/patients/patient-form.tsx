import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changePatient } from "#domain/patients/patient.api.ts";
import type { Patient } from "#domain/patients/patient.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import {
  checkPatient,
  patientFactsOf,
  PatientFields,
  patientValues,
} from "#web/patients/patient-fields.tsx";
import { patientHistoryWords, patientWords } from "#web/patients/patient-words.ts";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";

/** Changes the facts of a patient. Only what was changed here is sent; what others changed meanwhile is shown beside it. */
export const ChangePatientForm = (props: {
  readonly patient: Patient;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const act = useAct(changePatient, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: patientWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `patient-${props.patient.id}`,
    record: props.patient,
    refresh: props.refresh,
    valuesOf: patientValues,
    act,
    toInput: (values, base) => ({
      patientId: base.id,
      version: base.version,
      ...changedFields(patientFactsOf(values), patientFactsOf(patientValues(base))),
    }),
    check: checkPatient,
  });
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Disagreements fields={form.disagreements} words={patientHistoryWords.fields} />
      <PatientFields form={form} />
    </PanelForm>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  admissionSources,
  admissionTypes,
  type AdmissionSource,
  type AdmissionType,
} from "#domain/admissions/admission-terms.ts";
import { changeEnrollment } from "#domain/admissions/enrollment.api.ts";
import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { readAdmissionChoices } from "#domain/charting/plan-admission.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { diagnosisPlaces } from "#web/charting/plan-admission-values.ts";
import { DiagnosisField } from "#web/charting/plan-diagnosis-field.tsx";
import { planFieldWords, planWords, sourceWords, typeWords } from "#web/charting/plan-words.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

type StayValues = {
  readonly admittedOn: string;
  readonly admissionType: AdmissionType | "";
  readonly admissionSource: AdmissionSource | "";
  readonly attendingStaffId: string;
  readonly therapistStaffId: string;
  readonly diagnosis1: string;
  readonly diagnosis2: string;
  readonly diagnosis3: string;
  readonly diagnosis4: string;
};

const stayValues = (stay: Enrollment): StayValues => ({
  admittedOn: stay.admittedOn,
  admissionType: stay.admissionType,
  admissionSource: stay.admissionSource,
  attendingStaffId: stay.attendingStaff?.id ?? "",
  therapistStaffId: stay.therapistStaff?.id ?? "",
  diagnosis1: stay.diagnoses[0]?.code ?? "",
  diagnosis2: stay.diagnoses[1]?.code ?? "",
  diagnosis3: stay.diagnoses[2]?.code ?? "",
  diagnosis4: stay.diagnoses[3]?.code ?? "",
});

const codesOf = (values: StayValues): string[] =>
  diagnosisPlaces.map((place) => values[`diagnosis${place}`]).filter((code) => code !== "");

/** Diagnoses are one list: a change of one sends all, each with the day it was made; those beyond the four fields stay. */
const diagnosesOf = (values: StayValues, base: Enrollment) => {
  const codes = codesOf(values);
  if (codes.join(" ") === codesOf(stayValues(base)).join(" ")) return {};
  const known = new Map(base.diagnoses.map(({ code, diagnosedOn }) => [code, diagnosedOn]));
  const further = base.diagnoses.slice(diagnosisPlaces.length).map(({ code }) => code);
  return {
    diagnoses: [...codes, ...further].map((code) => ({
      code,
      diagnosedOn: known.get(code) ?? "",
    })),
  };
};

const inputOf = (values: StayValues, base: Enrollment) => {
  const changed = changedFields(values, stayValues(base));
  const { admittedOn, attendingStaffId, therapistStaffId, admissionType, admissionSource } =
    changed;
  return {
    enrollmentId: base.id,
    version: base.version,
    ...(admittedOn !== undefined && { admittedOn }),
    ...(attendingStaffId !== undefined && { attendingStaffId }),
    ...(therapistStaffId !== undefined && { therapistStaffId }),
    ...(admissionType !== undefined && { admissionType: made(admissionType) }),
    ...(admissionSource !== undefined && { admissionSource: made(admissionSource) }),
    ...diagnosesOf(values, base),
  };
};

interface StayProps {
  readonly stay: Enrollment;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}

/** Whoever stands in the record already stays a choice, though they may have left. */
const withPresent = (
  some: readonly { readonly id: string; readonly name: string }[],
  present: Enrollment["attendingStaff"],
) => {
  const known = present === null || some.some(({ id }) => id === present.id);
  return [...(known ? [] : [present]), ...some].map(({ id, name }) => ({ value: id, label: name }));
};

const useSayValue = (stay: Enrollment, choices: Output<typeof readAdmissionChoices>) => {
  const types = useChoices(admissionTypes, typeWords);
  const sources = useChoices(admissionSources, sourceWords);
  const attending = withPresent(choices.attending, stay.attendingStaff);
  const therapists = withPresent(choices.therapists, stay.therapistStaff);
  const say = (_: string, value: unknown): string | undefined =>
    [...types, ...sources, ...attending, ...therapists].find((one) => one.value === value)?.label;
  return { types, sources, attending, therapists, say };
};

const StayForm = (
  props: StayProps & { readonly choices: Output<typeof readAdmissionChoices> },
): ReactNode => {
  const { t } = useLingui();
  const { stay, onClose } = props;
  const { types, sources, attending, therapists, say } = useSayValue(stay, props.choices);
  const act = useAct(changeEnrollment, {
    done: t`Saved.`,
    onDone: onClose,
    words: planWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `stay-${stay.id}`,
    record: stay,
    refresh: props.refresh,
    valuesOf: stayValues,
    act,
    toInput: inputOf,
    check: (values) =>
      missingOf(values, ["admittedOn", "admissionType", "admissionSource", "diagnosis1"]),
    serverNames: {
      "diagnoses.0.code": "diagnosis1",
      "diagnoses.1.code": "diagnosis2",
      "diagnoses.2.code": "diagnosis3",
      "diagnoses.3.code": "diagnosis4",
    },
  });
  const [begun] = useState(Math.max(1, codesOf(form.values).length));
  const [shown, setShown] = useState(begun);
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={onClose}>
      <Disagreements fields={form.disagreements} words={planFieldWords} say={say} />
      <DateField
        label={t`First day`}
        earliest={props.choices.patient.birthDate}
        {...form.field("admittedOn")}
      />
      <PickField
        label={t`Attending`}
        optional
        clearable
        choices={attending}
        {...form.field("attendingStaffId")}
      />
      <PickField
        label={t`Primary therapist`}
        optional
        clearable
        choices={therapists}
        {...form.field("therapistStaffId")}
      />
      <FieldRow>
        <SelectField
          label={t`Kind of admission`}
          choices={types}
          {...form.field("admissionType")}
        />
        <SelectField label={t`Sent by`} choices={sources} {...form.field("admissionSource")} />
      </FieldRow>
      {diagnosisPlaces
        .filter((place) => place <= shown)
        .map((place) => (
          <DiagnosisField
            key={place}
            label={place === 1 ? t`What the stay is for` : t`Further diagnosis`}
            optional={place > 1}
            autoFocus={place > begun}
            on={form.values.admittedOn}
            known={stay.diagnoses}
            {...form.field(`diagnosis${place}`)}
          />
        ))}
      {shown < diagnosisPlaces.length && (
        <div>
          <Button kind="quiet" size="small" icon={AddIcon} onPress={() => setShown(shown + 1)}>
            <Trans>Add a diagnosis</Trans>
          </Button>
        </div>
      )}
    </PanelForm>
  );
};

/** Changes what is said of a stay. Another track or level is a transfer: it ends this stay and begins the next. */
export const ChangeStayForm = (props: StayProps): ReactNode => {
  const choices = useRead(readAdmissionChoices, { patientId: props.stay.patientId });
  return <Loaded read={choices}>{(data) => <StayForm {...props} choices={data} />}</Loaded>;
};

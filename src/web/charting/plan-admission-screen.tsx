import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { admitPatient, readAdmissionChoices } from "#domain/charting/plan-admission.api.ts";
import { useAddress, useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { CoverageFields, GoalFields, StayFields } from "#web/charting/plan-admission-fields.tsx";
import {
  admissionOf,
  checkAdmission,
  diagnosisPlaces,
  firstValues,
  isBegun,
  places,
  serverNames,
  type AdmissionValues,
  type Choices,
} from "#web/charting/plan-admission-values.ts";
import { DiagnosisField } from "#web/charting/plan-diagnosis-field.tsx";
import { justAdmitted } from "#web/charting/chart-lacks-note.tsx";
import { planWords } from "#web/charting/plan-words.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Form } from "#web/ui/form.tsx";
import { FormPart, FormSection, FormSections } from "#web/ui/form-section.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { Time } from "#web/ui/time.tsx";

type AdmissionForm = FormState<AdmissionValues>;

const Diagnoses = (props: { readonly form: AdmissionForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const [begun] = useState(
    Math.max(1, ...diagnosisPlaces.filter((place) => form.values[`diagnosis${place}`] !== "")),
  );
  const [shown, setShown] = useState(begun);
  const label = (place: number): string => (place === 1 ? t`What the stay is for` : t`Further`);
  return (
    <FormSection
      title={<Trans>Diagnoses</Trans>}
      hint={<Trans>as in force on the first day</Trans>}
    >
      {diagnosisPlaces
        .filter((place) => place <= shown)
        .map((place) => (
          <DiagnosisField
            key={place}
            label={label(place)}
            optional={place > 1}
            autoFocus={place > begun}
            on={form.values.admittedOn}
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
    </FormSection>
  );
};

const Goals = (props: { readonly form: AdmissionForm }): ReactNode => {
  const { form } = props;
  const [begun] = useState(Math.max(1, ...places.filter((place) => isBegun(form.values, place))));
  const [shown, setShown] = useState(begun);
  return (
    <FormSection
      title={<Trans>First goals</Trans>}
      hint={<Trans>one to three, each with an objective</Trans>}
    >
      <GoalFields form={form} place={1} />
      {places
        .filter((place) => place > 1 && place <= shown)
        .map((place) => (
          <FormPart key={place}>
            <GoalFields form={form} place={place} autoFocus={place > begun} />
          </FormPart>
        ))}
      {shown < places.length && (
        <div>
          <Button kind="quiet" size="small" icon={AddIcon} onPress={() => setShown(shown + 1)}>
            <Trans>Add a goal</Trans>
          </Button>
        </div>
      )}
    </FormSection>
  );
};

const AdmissionPage = (props: { readonly choices: Choices }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const { choices } = props;
  const { patient } = choices;
  const mayCover = useCan("coverage:manage");
  const { staffId } = useSession();
  const act = useAct(admitPatient, {
    done: t`Admitted.`,
    onDone: () => go(justAdmitted(patient.id)),
    words: planWords,
    changes: ["chart", "goal", "coverage", "authorization"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `admit-${patient.id}`,
    initial: firstValues(choices, staffId),
    act,
    toInput: (values) => admissionOf(patient.id, values),
    check: checkAdmission(mayCover),
    serverNames,
  });
  const born = <Time at={patient.birthDate} as="calendar" />;
  return (
    <Screen
      title={t`Admit ${patient.name}`}
      shortTitle={t`Admit`}
      above={[{ label: patient.name, to: paths.patient(patient.id) }]}
      facts={
        <Trans>
          Born {born} · MRN {patient.mrn}
        </Trans>
      }
    >
      {choices.tracks.length === 0 ? (
        <EmptyState>
          <Trans>No program has a track yet. Add one under Practice, Programs first.</Trans>
        </EmptyState>
      ) : (
        <Form
          wide
          form={form}
          submit={<Trans>Admit</Trans>}
          actions={
            <Button to={paths.patient(patient.id)}>
              <Trans>Cancel</Trans>
            </Button>
          }
        >
          <FormSections
            beside={
              <>
                <Goals form={form} />
                {mayCover && (
                  <FormSection title={<Trans>Coverage</Trans>}>
                    <CoverageFields form={form} choices={choices} />
                  </FormSection>
                )}
              </>
            }
          >
            <FormSection title={<Trans>Stay</Trans>}>
              <StayFields form={form} choices={choices} />
            </FormSection>
            <Diagnoses form={form} />
          </FormSections>
        </Form>
      )}
    </Screen>
  );
};

/** Admits a patient in one screen: the stay, diagnoses, who pays, and the first goals. */
export const PlanAdmissionScreen = (): ReactNode => {
  const patientId = useParam("patientId");
  const choices = useRead(readAdmissionChoices, { patientId });
  return <Loaded read={choices}>{(data) => <AdmissionPage choices={data} />}</Loaded>;
};

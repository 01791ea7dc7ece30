import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { listPatientRevisions, readPatient } from "#domain/patients/patient.api.ts";
import type { Patient } from "#domain/patients/patient.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useSayReach } from "#web/platform/reach-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { ContactsCard } from "#web/patients/contacts-card.tsx";
import { PatientAccountCard } from "#web/patients/patient-account-card.tsx";
import { DuplicateNotes, MarkDuplicateForm } from "#web/patients/duplicate-card.tsx";
import { PatientEnding } from "#web/patients/patient-ending.tsx";
import { ChangePatientForm } from "#web/patients/patient-form.tsx";
import { languageWords, patientHistoryWords, sexWords } from "#web/patients/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { ConsentIcon, EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const NamesCard = (props: { readonly patient: Patient }): ReactNode => {
  const { i18n } = useLingui();
  const { patient } = props;
  const { givenName, middleName, familyName, nameSuffix, sexAtBirth } = patient;
  const legal = [givenName, middleName, familyName, nameSuffix].filter((part) => part !== null);
  const language = languageWords[patient.language];
  const sex = sexAtBirth === null ? undefined : sexWords[sexAtBirth];
  return (
    <Card title={<Trans>Person</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Legal name</Trans>, value: legal.join(" ") },
          {
            name: <Trans>Preferred name</Trans>,
            value: patient.preferredName,
            absent: <Trans>the legal one</Trans>,
          },
          {
            name: <Trans>Nicknames</Trans>,
            value: patient.nicknames.join(", "),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Former names</Trans>,
            value: patient.formerNames.join(", "),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Pronouns</Trans>,
            value: patient.pronouns,
            absent: <Trans>not said</Trans>,
          },
          { name: <Trans>Born</Trans>, value: <Time at={patient.birthDate} as="calendar" /> },
          {
            name: <Trans>Sex at birth</Trans>,
            value: sex && i18n._(sex),
            absent: <Trans>not said</Trans>,
          },
          { name: <Trans>Gender</Trans>, value: patient.gender, absent: <Trans>not said</Trans> },
          {
            name: <Trans>Language</Trans>,
            value: (
              <>
                {language === undefined ? patient.language : i18n._(language)}
                {patient.needsInterpreter && (
                  <>
                    {" "}
                    <Trans>with an interpreter</Trans>
                  </>
                )}
              </>
            ),
          },
          { name: <Trans>Record number</Trans>, value: patient.mrn },
        ]}
      />
    </Card>
  );
};

const ReachCard = (props: { readonly patient: Patient }): ReactNode => {
  const { phone, email, address, ...reach } = props.patient;
  const sayReach = useSayReach();
  return (
    <Card title={<Trans>Reached by</Trans>}>
      <Facts
        facts={[
          {
            name: <Trans>Phone</Trans>,
            value: phone && spokenPhone(phone),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>You may</Trans>,
            value: phone && sayReach(reach),
            absent: <Trans>neither call, text nor leave voicemail</Trans>,
          },
          { name: <Trans>E-mail</Trans>, value: email, absent: <Trans>none</Trans> },
          {
            name: <Trans>Address</Trans>,
            value:
              address &&
              [address.street, address.unit, address.city, `${address.state} ${address.postalCode}`]
                .filter((part) => part !== null)
                .join(", "),
            absent: <Trans>none</Trans>,
          },
        ]}
      />
    </Card>
  );
};

const PatientPage = (props: {
  readonly patient: Patient;
  readonly refresh: () => unknown;
  readonly more: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { patient } = props;
  const { many } = usePatientWords();
  const [editing, setEditing] = useState(false);
  const [isMarking, setMarking] = useState(false);
  const history = useRead(listPatientRevisions, { patientId: patient.id });
  const mayChange = useCan("patients:register") && patient.retiredAt === null;
  const maySeeConsents = useCan("consents:read");
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayChange ? [{ keys: ["e"], label: t`Change the facts`, run: edit }] : []);
  const name = shownName(patient);
  return (
    <Screen
      title={t`Facts of ${name}`}
      above={[
        { label: many, to: paths.patients },
        { label: name, to: paths.patient(patient.id) },
      ]}
      marks={patient.retiredAt !== null && <Chip>{t`Out of use`}</Chip>}
      action={
        mayChange && (
          <Button kind="primary" icon={EditIcon} onPress={edit} keys={["e"]}>
            <Trans>Change</Trans>
          </Button>
        )
      }
      otherActions={
        <>
          {maySeeConsents && (
            <Button icon={ConsentIcon} to={paths.patientConsents(patient.id)}>
              <Trans>Consents</Trans>
            </Button>
          )}
          {mayChange && (
            <Button onPress={() => setMarking(true)}>
              <Trans>Duplicate</Trans>
            </Button>
          )}
          {patient.duplicateOfId === null && <PatientEnding patient={patient} />}
        </>
      }
    >
      <Columns aside={<HistoryCard read={history} words={patientHistoryWords} />}>
        <DuplicateNotes patient={patient} />
        <NamesCard patient={patient} />
        <ReachCard patient={patient} />
        <PatientAccountCard patientId={patient.id} email={patient.email} />
        <ContactsCard patientId={patient.id} isInUse={patient.retiredAt === null} />
        {props.more}
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change the facts</Trans>}>
        <ChangePatientForm patient={patient} refresh={props.refresh} onClose={close} />
      </SidePanel>
      <SidePanel
        open={isMarking}
        onClose={() => setMarking(false)}
        title={<Trans>One person, two records</Trans>}
      >
        {isMarking && <MarkDuplicateForm patient={patient} onClose={() => setMarking(false)} />}
      </SidePanel>
    </Screen>
  );
};

/** Who somebody in care is, how they are reached, and who is around them. */
export const PatientFactsScreen = (props: {
  /** What other nouns say of the person. */
  readonly more?: ReactNode;
}): ReactNode => {
  const patientId = useParam("patientId");
  const patient = useRead(readPatient, { patientId });
  return (
    <Loaded read={patient}>
      {(data) => (
        <PatientPage key={data.id} patient={data} refresh={patient.refetch} more={props.more} />
      )}
    </Loaded>
  );
};

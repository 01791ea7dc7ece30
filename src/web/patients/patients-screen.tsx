import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useSettled } from "#web/platform/use-settled.ts";
import { patientsAsked } from "#web/patients/patients-asked.ts";
import { RegisterPatientForm } from "#web/patients/register-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

/** Under the shown name stands the legal one where it differs, and the pronouns. */
const below = ({ givenName, familyName, preferredName, pronouns }: PatientRow): string =>
  [preferredName === null ? null : `${givenName} ${familyName}`, pronouns]
    .filter((part) => part !== null)
    .join(" · ");

const useColumns = (): readonly Column<PatientRow>[] => {
  const { t } = useLingui();
  const { one } = usePatientWords();
  return [
    {
      key: "name",
      head: one,
      sortable: true,
      cell: (patient) => <SecondLine below={below(patient)}>{shownName(patient)}</SecondLine>,
      csv: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
    },
    {
      key: "birthday",
      head: t`Born`,
      sortable: true,
      cell: (patient) => <Time at={patient.birthDate} as="calendar" />,
      csv: (patient) => patient.birthDate,
    },
    {
      key: "phone",
      head: t`Phone`,
      cell: (patient) => (patient.phone === null ? "" : spokenPhone(patient.phone)),
      csv: (patient) => patient.phone,
      hideBelow: "tablet",
    },
    {
      key: "mrn",
      head: t`Record number`,
      sortable: true,
      cell: (patient) => patient.mrn,
      csv: (patient) => patient.mrn,
      figures: true,
      hideBelow: "tablet",
    },
  ];
};

const pauseMs = 120;
const tableName = "patients";

/** Everybody in care, found while typing by any name, birthday, telephone or record number. */
export const PatientsScreen = (): ReactNode => {
  const { t } = useLingui();
  const { many } = usePatientWords();
  const [adding, setAdding] = useSearchWord("add");
  const table = useTableState(tableName);
  const find = useSettled(table.find, pauseMs);
  const patients = useTablePages(tableName, searchPatients, patientsAsked({ ...table, find }));
  const mayRegister = useCan("patients:register");
  const columns = useColumns();
  const open = (): void => setAdding("patient");
  const close = (): void => setAdding("");
  useKeys(mayRegister ? [{ keys: ["n"], label: t`Register`, run: open }] : []);
  const add = mayRegister && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Register</Trans>
    </Button>
  );
  return (
    <Screen
      title={many}
      facts={<Trans>By any name, past or present, birthday, phone, e-mail or record number.</Trans>}
      action={add}
    >
      <Card flush>
        <Loaded read={patients.read}>
          {(rows) => (
            <DataTable
              {...patients.table}
              label={many}
              rows={rows}
              columns={columns}
              rowKey={(patient) => patient.id}
              rowLink={(patient) => paths.patient(patient.id)}
              rowQuiet={(patient) => patient.retiredAt !== null}
              findLabel={t`Name, birthday, phone or number`}
              filters={[
                {
                  key: "state",
                  label: t`Records`,
                  unchosen: t`Records in use`,
                  choices: [
                    { value: "retired", label: t`Retired records` },
                    { value: "all", label: t`In use and retired` },
                  ],
                },
              ]}
              list="patients"
              patientOf={(patient) => patient.id}
              nothingFound={
                <EmptyState action={find !== "" && add}>
                  <Trans>
                    Nobody is found by this. Try only the family name, a former name, the birthday,
                    or the last four digits of the phone.
                  </Trans>
                </EmptyState>
              }
              empty={
                <EmptyState action={add}>
                  <Trans>Nobody is registered yet.</Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel
        open={adding === "patient" && mayRegister}
        onClose={close}
        title={<Trans>Register</Trans>}
      >
        <RegisterPatientForm onClose={close} />
      </SidePanel>
    </Screen>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useSettled } from "#web/platform/use-settled.ts";
import { usePatientColumns } from "#web/patients/patient-columns.tsx";
import { usePatientFilters } from "#web/patients/patient-filters.ts";
import { patientsAsked } from "#web/patients/patients-asked.ts";
import { RegisterPatientForm } from "#web/patients/register-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const pauseMs = 120;
const tableName = "patients";

/** Everybody who ever came, with where they are in care now; found while typing by any name, birthday, telephone or record number. */
export const PatientsScreen = (): ReactNode => {
  const { t } = useLingui();
  const { many } = usePatientWords();
  const [adding, setAdding] = useSearchWord("add");
  const table = useTableState(tableName);
  const find = useSettled(table.find, pauseMs);
  const patients = useTablePages(tableName, searchPatients, patientsAsked({ ...table, find }));
  const mayRegister = useCan("patients:register");
  const columns = usePatientColumns();
  const filters = usePatientFilters();
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
              filters={filters}
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

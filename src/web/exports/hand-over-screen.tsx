import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { downloadPatientExport, listPatientExports } from "#domain/exports/export.api.ts";
import type { ExportRun } from "#domain/exports/export-run.ts";
import { readPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { ExportsTable } from "#web/exports/exports-table.tsx";
import { HandOverForm } from "#web/exports/hand-over-form.tsx";
import { useParam } from "#web/platform/address.ts";
import { addressOf } from "#web/platform/call.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { isNothing, Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const Download = (props: { readonly run: ExportRun }): ReactNode => {
  const { t } = useLingui();
  const { patientId, recipient, state, id: exportId } = props.run;
  if (state !== "ready" || patientId === null) return null;
  return (
    <Button
      icon={DownloadIcon}
      size="small"
      href={addressOf(downloadPatientExport, { patientId, exportId })}
      download
      label={t`Download the files for ${recipient}`}
    >
      <Trans>Download</Trans>
    </Button>
  );
};

const HandedOver = (props: { readonly patientId: string }): ReactNode => {
  const { t } = useLingui();
  const { patientId } = props;
  const runs = useTablePages(
    "exports",
    listPatientExports,
    { patientId },
    { isArrangedHere: true },
  );
  return (
    <Card flush title={<Trans>Handed over</Trans>}>
      <Loaded read={runs.read}>
        {(rows) => (
          <ExportsTable
            list="hand-overs"
            label={t`Handed over`}
            rows={rows}
            table={runs.table}
            acts={Download}
          />
        )}
      </Loaded>
    </Card>
  );
};

/** Hands over one person's chart, and shows what was handed over before. */
export const HandOverScreen = (): ReactNode => {
  const { t } = useLingui();
  const patientId = useParam("patientId");
  const patient = useRead(readPatient, { patientId });
  const { many } = usePatientWords();
  const name = patient.data === undefined ? "" : shownName(patient.data);
  if (isNothing(patient)) return <NothingHere />;
  return (
    <Screen
      title={t`Hand over the chart of ${name}`}
      facts={<Trans>Who receives it is checked against the consents of this moment.</Trans>}
      above={[
        { label: many, to: paths.patients },
        { label: name, to: paths.patient(patientId) },
      ]}
    >
      <Note>
        <Trans>
          Counseling notes, words that nobody signed and the names of others in a group are in no
          chart that leaves. The files are kept for seven days.
        </Trans>
      </Note>
      <Card title={<Trans>What goes to whom</Trans>}>
        <Loaded read={patient}>
          {(one) => (
            <HandOverForm
              patientId={patientId}
              patientName={`${one.givenName} ${one.familyName}`}
            />
          )}
        </Loaded>
      </Card>
      <HandedOver patientId={patientId} />
    </Screen>
  );
};

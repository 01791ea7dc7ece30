import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { downloadExport, listExports, removeExport } from "#domain/exports/export.api.ts";
import type { ExportRun } from "#domain/exports/export-run.ts";
import { BeginExportForm } from "#web/exports/begin-export-form.tsx";
import { exportWords } from "#web/exports/export-words.ts";
import { ExportsTable } from "#web/exports/exports-table.tsx";
import { addressOf } from "#web/platform/call.ts";
import { passGate } from "#web/platform/signed-in-gate.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { saveFrom } from "#web/ui/save-from.ts";
import { Screen } from "#web/ui/screen.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

/** Everything that is kept leaves with it: whoever fetches it is asked for the password, also if they began it. */
const fetchConfirmed = async (address: string): Promise<void> => {
  if (await passGate("confirmation-needed")) saveFrom(address);
};

const Acts = (props: { readonly run: ExportRun }): ReactNode => {
  const { t } = useLingui();
  const { id: exportId, state } = props.run;
  const act = useAct(removeExport, { words: exportWords });
  const isUnderWay = state === "waiting" || state === "running";
  return (
    <>
      {state === "ready" && (
        <Button
          icon={DownloadIcon}
          size="small"
          onPress={() => void fetchConfirmed(addressOf(downloadExport, { exportId }))}
          label={t`Download the export`}
        >
          <Trans>Download</Trans>
        </Button>
      )}
      {(state === "ready" || isUnderWay) && (
        <Button size="small" busy={act.busy} onPress={() => void act.run({ exportId })}>
          {isUnderWay ? <Trans>Stop</Trans> : <Trans>Remove the files</Trans>}
        </Button>
      )}
    </>
  );
};

/** Takes everything out: for ourselves or for a successor, with what was taken out before. */
export const ExportsScreen = (): ReactNode => {
  const { t } = useLingui();
  const runs = useTablePages("exports", listExports, {}, { isArrangedHere: true });
  return (
    <Screen
      title={t`Exports`}
      facts={
        <Trans>Everything we keep, in formats that others read: FHIR, CSV, files, the trail.</Trans>
      }
    >
      <Card title={<Trans>Export the organization</Trans>}>
        <BeginExportForm />
      </Card>
      <Card flush title={<Trans>Exports so far</Trans>}>
        <Loaded read={runs.read}>
          {(rows) => (
            <ExportsTable
              list="exports"
              label={t`Exports so far`}
              rows={rows}
              table={runs.table}
              acts={Acts}
            />
          )}
        </Loaded>
      </Card>
    </Screen>
  );
};

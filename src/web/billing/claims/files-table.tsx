import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { downloadClaimFile, listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { formWords } from "#web/billing/claims/claim-words.ts";
import { addressOf } from "#web/platform/call.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

/** Hands the bytes over as they are sent. */
export const DownloadButton = (props: {
  readonly file: ClaimFile;
  readonly isPrimary?: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { id: claimFileId, name } = props.file;
  return (
    <Button
      icon={DownloadIcon}
      {...(props.isPrimary ? { kind: "primary" as const } : { size: "small" as const })}
      href={addressOf(downloadClaimFile, { claimFileId })}
      download
      label={t`Download ${name}`}
    >
      <Trans>Download</Trans>
    </Button>
  );
};

const useColumns = (): readonly Column<ClaimFile>[] => {
  const { t, i18n } = useLingui();
  const mayExport = useCan("claims:export");
  const download: Column<ClaimFile> = {
    key: "download",
    head: t`Hand over`,
    cell: (file) => <DownloadButton file={file} />,
  };
  return [
    {
      key: "payer",
      head: t`Payer`,
      value: (file) => file.payer.name,
      cell: (file) => <SecondLine below={file.name}>{file.payer.name}</SecondLine>,
    },
    {
      key: "made",
      head: t`Made`,
      value: (file) => file.createdAt,
      cell: (file) => (
        <SecondLine below={file.createdBy}>
          <Time at={file.createdAt} />
        </SecondLine>
      ),
    },
    {
      key: "form",
      head: t`Form`,
      value: (file) => i18n._(formWords[file.form]),
      cell: (file) => (
        <>
          {i18n._(formWords[file.form])}{" "}
          {file.isTest && (
            <Chip>
              <Trans>Test file</Trans>
            </Chip>
          )}
        </>
      ),
      hideBelow: "desk",
    },
    {
      key: "claims",
      head: t`Claims`,
      value: (file) => file.claims,
      cell: (file) => file.claims,
      figures: true,
      hideBelow: "tablet",
    },
    {
      key: "lines",
      head: t`Lines`,
      value: (file) => file.lines,
      cell: (file) => file.lines,
      figures: true,
      hideBelow: "desk",
    },
    {
      key: "total",
      head: t`Total`,
      value: (file) => file.totalCents,
      cell: (file) => sayMoney(file.totalCents),
      csv: (file) => (file.totalCents / 100).toFixed(2),
      figures: true,
    },
    ...(mayExport ? [download] : []),
  ];
};

/** The files that were made, newest first. */
export const FilesTable = (): ReactNode => {
  const { t } = useLingui();
  const columns = useColumns();
  const files = useTablePages("files", listClaimFiles, {}, { isArrangedHere: true });
  return (
    <Card flush title={<Trans>Files</Trans>}>
      <Loaded read={files.read}>
        {(rows) => (
          <DataTable
            {...files.table}
            label={t`Files`}
            rows={rows}
            columns={columns}
            rowKey={(file) => file.id}
            rowLink={(file) => paths.claimFile(file.id)}
            findLabel={t`Find by payer or name`}
            find={(file) => `${file.payer.name} ${file.name}`}
            list="claim-files"
            empty={
              <EmptyState>
                <Trans>
                  No file was made yet. Files are made above, from the claims that are ready.
                </Trans>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Card>
  );
};

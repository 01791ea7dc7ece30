import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { formWords } from "#web/billing/claims/claim-words.ts";
import { DownloadButton } from "#web/billing/claims/download-button.tsx";
import { filesPath } from "#web/billing/claims/files-path.ts";
import { StandingChip } from "#web/billing/claims/standing-chip.tsx";
import { dayAt } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const FileRow = (props: { readonly file: ClaimFile }): ReactNode => {
  const { i18n } = useLingui();
  const { file } = props;
  const mayDownload = useCan("claims:export");
  return (
    <Row
      to={paths.claimFile(file.id)}
      title={file.payer.name}
      below={
        <>
          {i18n._(formWords[file.form])} ·{" "}
          <Plural value={file.claims} one="# claim" other="# claims" /> ·{" "}
          {sayMoney(file.totalCents)} · {file.name}
          {file.isTest && (
            <>
              {" "}
              · <Trans>Test file</Trans>
            </>
          )}
        </>
      }
      marks={<StandingChip file={file} />}
      action={mayDownload && <DownloadButton file={file} />}
    />
  );
};

/** What this day made, to be handed over; everything older stands under Files. */
export const FilesOfToday = (): ReactNode => {
  const { t } = useLingui();
  const today = useToday();
  const zone = useOrganizationZone();
  const files = useRead(listClaimFiles, { limit: 100 }, { alsoOn: ["claim"] });
  return (
    <Card
      flush
      title={<Trans>Files made today</Trans>}
      actions={
        <Button size="small" to={filesPath}>
          <Trans>All files</Trans>
        </Button>
      }
    >
      <Loaded read={files}>
        {({ rows }) => {
          const made = rows.filter(({ createdAt }) => dayAt(createdAt, zone) === today);
          return made.length === 0 ? (
            <EmptyState>
              <Trans>None yet. They stand here to be handed over once they are made.</Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Files made today`}>
              {made.map((file) => (
                <FileRow key={file.id} file={file} />
              ))}
            </Rows>
          );
        }}
      </Loaded>
    </Card>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { downloadClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { addressOf } from "#web/platform/call.ts";
import { Button } from "#web/ui/button.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";

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

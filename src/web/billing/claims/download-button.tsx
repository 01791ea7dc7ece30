import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { downloadClaimFile, handOverClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { addressOf } from "#web/platform/call.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { saveFrom } from "#web/ui/save-from.ts";

interface DownloadProps {
  readonly file: ClaimFile;
  readonly isPrimary?: boolean;
}

/** The first download is when the file leaves the house; it may be refused, with a sentence. */
const FirstDownload = (props: DownloadProps): ReactNode => {
  const { t } = useLingui();
  const { id: claimFileId, name } = props.file;
  const act = useAct(handOverClaimFile, {
    words: claimProblemWords,
    done: t`Downloaded. From now on it waits for an answer.`,
    onDone: () => saveFrom(addressOf(downloadClaimFile, { claimFileId })),
  });
  return (
    <Button
      icon={DownloadIcon}
      {...(props.isPrimary ? { kind: "primary" as const } : { size: "small" as const })}
      busy={act.busy}
      onPress={() => void act.run({ claimFileId })}
      label={t`Download ${name}`}
    >
      <Trans>Download</Trans>
    </Button>
  );
};

/** Hands the bytes over as they are sent; of a file that was taken back there is nothing to hand over. */
export const DownloadButton = (props: DownloadProps): ReactNode => {
  const { t } = useLingui();
  const { id: claimFileId, name, standing } = props.file;
  if (standing === "taken-back") return null;
  if (standing === "made") return <FirstDownload {...props} />;
  return (
    <Button
      icon={DownloadIcon}
      {...(props.isPrimary ? {} : { size: "small" as const })}
      href={addressOf(downloadClaimFile, { claimFileId })}
      download
      label={t`Download ${name} again`}
    >
      <Trans>Download again</Trans>
    </Button>
  );
};

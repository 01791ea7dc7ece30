import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { FilesTable } from "#web/billing/claims/files-table.tsx";
import { TakeInAnswers } from "#web/billing/claims/take-in-panel.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Screen } from "#web/ui/screen.tsx";

/** Every file that was made, newest first, where each stands with its receiver, and the way in for answers. */
export const FilesScreen = (): ReactNode => {
  const { t } = useLingui();
  const files = useRead(listClaimFiles, { limit: 1 });
  const total = files.data?.total;
  return (
    <Screen
      title={t`Files`}
      facts={
        total !== undefined && (
          <>
            <Plural value={total} one="# file" other="# files" /> ·{" "}
            <Trans>Accepted means that it could be read. What is paid, the payer says later.</Trans>
          </>
        )
      }
      action={<TakeInAnswers isPrimary />}
    >
      <FilesTable />
    </Screen>
  );
};

import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";

/** That files are tests, and the way to where that ends, for who may end it. */
export const TestFilesNote = (): ReactNode => {
  const mayManage = useCan("contracts:manage");
  return (
    <Note
      action={
        mayManage && (
          <Button size="small" to={`${paths.contracts}?bills=test`}>
            <Trans>Who bills</Trans>
          </Button>
        )
      }
    >
      <Trans>
        The payer checks a test file and pays nothing. Files are live once that is chosen at who
        bills, and the version of the contract is confirmed.
      </Trans>
    </Note>
  );
};

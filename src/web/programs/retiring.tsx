import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ConfirmDialogProps } from "#web/ui/confirm-dialog.tsx";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";

/** Asks why something is no longer offered; says what stays. */
export const Retiring = ({
  name,
  ...rest
}: {
  readonly name: string | null;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly keep?: ConfirmDialogProps["keep"];
  readonly onRetire: (reason: string, draftId?: string) => void;
}): ReactNode => (
  <RetireDialog open={name !== null} name={name ?? ""} {...rest}>
    <Trans>
      Nobody new can be given it. Whoever has it keeps it, and what was written stays as it was.
    </Trans>
  </RetireDialog>
);

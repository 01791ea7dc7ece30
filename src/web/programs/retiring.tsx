import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ConfirmDialog, type ConfirmDialogProps } from "#web/ui/confirm-dialog.tsx";

/** Asks why something is no longer offered; says what stays. */
export const Retiring = (props: {
  readonly name: string | null;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly keep?: ConfirmDialogProps["keep"];
  readonly onRetire: (reason: string, draftId?: string) => void;
}): ReactNode => {
  const name = props.name ?? "";
  return (
    <ConfirmDialog
      open={props.name !== null}
      onClose={props.onClose}
      title={<Trans>Retire {name}?</Trans>}
      verb={<Trans>Retire</Trans>}
      danger
      busy={props.busy}
      reasonLabel={<Trans>Why</Trans>}
      reasonHint={<Trans>Kept in the history.</Trans>}
      {...(props.keep && { keep: props.keep })}
      onConfirm={props.onRetire}
    >
      <p>
        <Trans>
          Nobody new can be given it. Whoever has it keeps it, and what was written stays as it was.
        </Trans>
      </p>
    </ConfirmDialog>
  );
};

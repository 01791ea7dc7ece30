import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ConfirmDialog, type AskedAct } from "#web/ui/confirm-dialog.tsx";

/** Asks why something ends or is no longer offered. Says what follows and what stays: nothing is deleted. */
export const RetireDialog = (props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly name: string;
  /** What follows for this kind of record. */
  readonly children: ReactNode;
  readonly act: AskedAct;
  /** The record that is retired. */
  readonly keep: string;
  readonly onRetire: (reason: string, draftId?: string) => void;
}): ReactNode => {
  const { name } = props;
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={<Trans>Retire {name}?</Trans>}
      verb={<Trans>Retire</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      reasonHint={<Trans>Kept in the history.</Trans>}
      act={props.act}
      keep={props.keep}
      onConfirm={props.onRetire}
    >
      <p>{props.children}</p>
    </ConfirmDialog>
  );
};

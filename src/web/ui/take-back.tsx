import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "#web/ui/button.tsx";
import { ConfirmDialog, type AskedAct } from "#web/ui/confirm-dialog.tsx";

/** A button that asks why before something entered by mistake, or not wanted any more, is taken back. */
export const TakeBack = (props: {
  /** What the button says. */
  readonly label: ReactNode;
  readonly size?: ButtonProps["size"];
  readonly kind?: ButtonProps["kind"];
  readonly title: ReactNode;
  /** What will follow, and what stays as it is. */
  readonly children: ReactNode;
  /** False where it can be done anew just as well. */
  readonly danger?: boolean;
  readonly act: AskedAct;
  /** The record that is taken back. */
  readonly of: string;
  /** Resolves to undefined when it failed: the question stays open. */
  readonly onTakeBack: (reason: string, draftId?: string) => Promise<unknown>;
}): ReactNode => {
  const { act, of, kind = "plain", size = "medium", danger = true } = props;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const takeBack = async (reason: string, draftId?: string): Promise<void> => {
    if ((await props.onTakeBack(reason, draftId)) !== undefined) close();
  };
  return (
    <>
      <Button kind={kind} size={size} onPress={() => setAsking(true)}>
        {props.label}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={props.title}
        verb={<Trans>Take back</Trans>}
        danger={danger}
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={<Trans>Kept in the history.</Trans>}
        act={act}
        keep={of}
        onConfirm={(reason, draftId) => void takeBack(reason, draftId)}
      >
        {props.children}
      </ConfirmDialog>
    </>
  );
};

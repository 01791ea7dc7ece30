import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { Dialog, DialogFoot, DialogText } from "#web/ui/dialog.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What will follow, and what stays as it is. */
  readonly children: ReactNode;
  /** The verb on the button: Retire, Revoke. */
  readonly verb: ReactNode;
  readonly danger?: boolean;
  /** Asks why; the reason is required and kept. */
  readonly reasonLabel?: ReactNode;
  readonly reasonHint?: ReactNode;
  readonly busy?: boolean;
  readonly onConfirm: (reason: string) => void;
}

/** Asks before something that cannot simply be taken back. */
export const ConfirmDialog = (props: ConfirmDialogProps): ReactNode => (
  <Dialog open={props.open} onClose={props.onClose} title={props.title}>
    <ConfirmBody {...props} />
  </Dialog>
);

const ConfirmBody = (props: ConfirmDialogProps): ReactNode => {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const needsReason = props.reasonLabel !== undefined;
  const missing = needsReason && reason.trim() === "";
  const confirm = (): void => {
    setAsked(true);
    if (!missing) props.onConfirm(reason.trim());
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) confirm();
      }}
    >
      <DialogText>{props.children}</DialogText>
      {needsReason && (
        <TextArea
          label={props.reasonLabel}
          hint={props.reasonHint}
          name="reason"
          value={reason}
          onChange={setReason}
          error={asked && missing ? t`Say why.` : undefined}
          maxLength={400}
          rows={2}
        />
      )}
      <DialogFoot>
        <Button onPress={props.onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button submit kind={props.danger ? "danger" : "primary"} busy={props.busy ?? false}>
          {props.verb}
        </Button>
      </DialogFoot>
    </form>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type ReactNode } from "react";
import type { AnyRoute } from "#domain/contract/route.ts";
import { useDraftKeeper } from "#web/platform/draft-door.ts";
import { useDraft } from "#web/platform/use-draft.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog, DialogFoot, DialogText } from "#web/ui/dialog.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** What a question needs of the act it leads to. */
export interface AskedAct {
  readonly contract: AnyRoute;
  readonly busy: boolean;
  readonly sentence: string | null;
  readonly reset: () => void;
}

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
  /** True while something that is asked about is still being looked up. */
  readonly busy?: boolean;
  /** What is done on a yes. Why it was refused is said here, so that it says so at its own place. */
  readonly act?: AskedAct;
  /** The record that it is done to: the reason is kept for it while it is typed. */
  readonly keep?: string;
  /** `draftId`: to hand to the act, so that what was kept of the reason ends with it. */
  readonly onConfirm: (reason: string, draftId?: string) => void;
}

/** Asks before something that cannot simply be taken back. */
export const ConfirmDialog = (props: ConfirmDialogProps): ReactNode => {
  // What was said yes to stays until it is answered: a refusal has no other place, and twice is not asked for once.
  const close = (): void => {
    if (props.act?.busy !== true) props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={close} title={props.title}>
      <ConfirmBody {...props} onClose={close} />
    </Dialog>
  );
};

const noReason = { reason: "" };

/** The reason while it is typed, kept where the dialog says for which act. */
const useReason = ({ act, keep }: ConfirmDialogProps) => {
  const [values, setValues] = useState(noReason);
  const draft = useDraft({
    contract: act?.contract,
    id: `reason-${keep ?? ""}`,
    isOn: keep !== undefined,
    inputNow: () => ({}),
    values,
    initial: noReason,
    dirty: values.reason !== "",
    change: (changed) => setValues((before) => ({ ...before, ...changed })),
    reset: () => {
      setValues(noReason);
      draft.open?.discard();
      draft.rebase();
    },
  });
  const setReason = (reason: string): void => setValues({ reason });
  return { reason: values.reason, setReason, draft };
};

const ConfirmBody = (props: ConfirmDialogProps): ReactNode => {
  const { t } = useLingui();
  const { reason, setReason, draft } = useReason(props);
  const keeper = useDraftKeeper();
  const [asked, setAsked] = useState(false);
  const needsReason = props.reasonLabel !== undefined;
  const missing = needsReason && reason.trim() === "";
  const busy = (props.act?.busy ?? false) || (props.busy ?? false);
  const forget = props.act?.reset;
  // What was refused is of this question: the next one begins without it.
  useEffect(() => () => forget?.(), [forget]);
  const confirm = (): void => {
    setAsked(true);
    if (!missing) props.onConfirm(reason.trim(), draft.open?.idToSend());
  };
  const cancel = (): void => {
    if (props.act?.busy === true) return;
    draft.open?.discard();
    props.onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key of every form, wherever in it the focus is
    <form
      noValidate
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        confirm();
        if (missing) event.currentTarget.querySelector("textarea")?.focus();
      }}
    >
      <DialogText>
        {typeof props.act?.sentence === "string" && <ErrorPanel>{props.act.sentence}</ErrorPanel>}
        {props.children}
      </DialogText>
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
      {keeper && props.keep !== undefined && <keeper.State standing={draft.standing} />}
      <DialogFoot>
        <Button onPress={cancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button submit kind={props.danger ? "danger" : "primary"} busy={busy}>
          {props.verb}
        </Button>
      </DialogFoot>
    </form>
  );
};

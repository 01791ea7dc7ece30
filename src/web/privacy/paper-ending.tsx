import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog, type AskedAct } from "#web/ui/confirm-dialog.tsx";
import { RetireIcon } from "#web/ui/icons.ts";

interface PaperEnd {
  /** The day it is where the organization is. */
  readonly endedOn: string;
  readonly reason: string;
}

/** Whether somebody is being asked why a paper ends. */
export const usePaperEnding = () => {
  const [isAsking, setAsking] = useState(false);
  return { isAsking, ask: () => setAsking(true), close: () => setAsking(false) };
};

/** Ends a paper under which something was told: it opens nothing any more, and stays readable. */
export const PaperEnding = (props: {
  readonly ending: ReturnType<typeof usePaperEnding>;
  readonly act: AskedAct;
  /** The id of the paper. */
  readonly of: string;
  readonly title: ReactNode;
  readonly reasonHint?: ReactNode;
  readonly onEnd: (end: PaperEnd, draftId?: string) => void;
}): ReactNode => {
  const { ending, act, of, title, reasonHint, onEnd } = props;
  const endedOn = useToday();
  return (
    <>
      <Button size="small" icon={RetireIcon} onPress={ending.ask}>
        <Trans>End</Trans>
      </Button>
      <ConfirmDialog
        open={ending.isAsking}
        onClose={ending.close}
        title={title}
        verb={<Trans>End</Trans>}
        danger
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={reasonHint}
        act={act}
        keep={of}
        onConfirm={(reason, draftId) => onEnd({ endedOn, reason }, draftId)}
      >
        <p>
          <Trans>From now on nothing is told under it. It stays readable.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
};

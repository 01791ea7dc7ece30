import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { cancelMeasure } from "#domain/measures/measure.api.ts";
import type { Measure } from "#domain/measures/measure.ts";
import { measureWords } from "#web/measures/measure-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

/** Takes back a measure that was asked for, as long as it is not completed. */
export const TakeBackMeasure = (props: { readonly measure: Measure }): ReactNode => {
  const { t } = useLingui();
  const { id: requestId, version, completedAt, cancelledAt } = props.measure;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const cancel = useAct(cancelMeasure, {
    words: measureWords,
    changes: ["chart", "my-measure"],
    done: t`Taken back.`,
    onDone: close,
  });
  const mayAsk = useCan("measures:ask");
  if (!mayAsk || completedAt !== null || cancelledAt !== null) return null;
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        <Trans>Take back</Trans>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={<Trans>Take this measure back?</Trans>}
        verb={<Trans>Take back</Trans>}
        danger
        busy={cancel.busy}
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={<Trans>Kept in the history.</Trans>}
        keep={{ act: cancel, of: requestId }}
        onConfirm={(reason, draftId) => void cancel.run({ requestId, version, reason }, draftId)}
      >
        <Trans>
          It leaves their phone. What was answered until now is kept; it makes no score.
        </Trans>
      </ConfirmDialog>
    </>
  );
};

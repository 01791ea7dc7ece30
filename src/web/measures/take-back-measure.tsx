import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { cancelMeasure } from "#domain/measures/measure.api.ts";
import type { Measure } from "#domain/measures/measure.ts";
import { measureWords } from "#web/measures/measure-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { TakeBack } from "#web/ui/take-back.tsx";

/** Takes back a measure that was asked for, as long as it is not completed. */
export const TakeBackMeasure = (props: { readonly measure: Measure }): ReactNode => {
  const { t } = useLingui();
  const { id: requestId, version, completedAt, cancelledAt } = props.measure;
  const cancel = useAct(cancelMeasure, {
    words: measureWords,
    changes: ["chart", "my-measure"],
    done: t`Taken back.`,
    failureShownInPlace: true,
  });
  const mayAsk = useCan("measures:ask");
  if (!mayAsk || completedAt !== null || cancelledAt !== null) return null;
  return (
    <TakeBack
      label={<Trans>Take back</Trans>}
      title={<Trans>Take this measure back?</Trans>}
      act={cancel}
      of={requestId}
      onTakeBack={(reason, draftId) => cancel.run({ requestId, version, reason }, draftId)}
    >
      <Trans>It leaves their phone. What was answered until now is kept; it makes no score.</Trans>
    </TakeBack>
  );
};

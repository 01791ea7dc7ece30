import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { PracticeRecord } from "#domain/practice/practice.policy.ts";
import { useMay } from "#web/practice/use-may.ts";
import { Button } from "#web/ui/button.tsx";
import { RetireIcon, UndoIcon } from "#web/ui/icons.ts";

/** What may end here: a button that asks before it ends, or one that takes it into use again. */
export const EndingActs = (props: {
  readonly kind: PracticeRecord;
  readonly record: { readonly retiredAt: string | null };
  readonly isComingBack: boolean;
  readonly onBringBack: () => void;
  /** Asks why. */
  readonly children: (asking: {
    readonly open: boolean;
    readonly onClose: () => void;
  }) => ReactNode;
}): ReactNode => {
  const may = useMay(props.kind);
  const [open, setOpen] = useState(false);
  return (
    <>
      {may.change(props.record) && (
        <Button icon={RetireIcon} onPress={() => setOpen(true)}>
          <Trans>Retire</Trans>
        </Button>
      )}
      {may.bringBack(props.record) && (
        <Button icon={UndoIcon} busy={props.isComingBack} onPress={props.onBringBack}>
          <Trans>Bring back</Trans>
        </Button>
      )}
      {props.children({ open, onClose: () => setOpen(false) })}
    </>
  );
};

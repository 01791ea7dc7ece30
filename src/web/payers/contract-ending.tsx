import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { bringBackContract, retireContract } from "#domain/payers/contract.api.ts";
import type { Contract } from "#domain/payers/contract.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { RetireIcon, UndoIcon } from "#web/ui/icons.ts";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";

/** Takes a contract out of use, and back. */
export const ContractEnding = (props: { readonly contract: Contract }): ReactNode => {
  const { t } = useLingui();
  const { id: contractId, version, name, retiredAt } = props.contract;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const options = { words: contractWords };
  const retire = useAct(retireContract, {
    done: t`Retired.`,
    onDone: close,
    ...options,
    failureShownInPlace: true,
  });
  const bringBack = useAct(bringBackContract, { done: t`In use again.`, ...options });
  if (!useCan("contracts:manage")) return null;
  if (retiredAt !== null)
    return (
      <Button
        icon={UndoIcon}
        busy={bringBack.busy}
        onPress={() => void bringBack.run({ contractId, version })}
      >
        <Trans>Bring back</Trans>
      </Button>
    );
  return (
    <>
      <Button icon={RetireIcon} kind="quiet" onPress={() => setAsking(true)}>
        <Trans>Retire contract</Trans>
      </Button>
      <RetireDialog
        open={asking}
        onClose={close}
        name={name}
        act={retire}
        keep={contractId}
        onRetire={(reason, draftId) => void retire.run({ contractId, version, reason }, draftId)}
      >
        <Trans>
          Its versions have to be retired first. What was billed by it stays explained by it.
        </Trans>
      </RetireDialog>
    </>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { retireContractVersion } from "#domain/payers/contract.api.ts";
import type { ContractVersion } from "#domain/payers/contract.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { sayField } from "#web/platform/problem-words.ts";
import type { Act } from "#web/platform/use-act.ts";
import { useToday } from "#web/platform/use-today.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { DateField } from "#web/ui/date-field.tsx";

/** Asks why a version ends and, where it bills, which day is its last. */
export const RetireVersionDialog = (props: {
  readonly open: boolean;
  readonly act: Act<typeof retireContractVersion>;
  readonly version: ContractVersion;
  readonly onClose: () => void;
  readonly onRetire: (how: { reason: string; lastDay: string | null }, draftId?: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { version, act } = props;
  const today = useToday();
  const [lastDay, setLastDay] = useState(version.effectiveTo ?? today);
  const { number } = version;
  const bills = version.state === "confirmed";
  const refused = act.fields["lastDay"];
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={<Trans>Retire version {number}?</Trans>}
      verb={<Trans>Retire</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      reasonHint={<Trans>Kept in the history.</Trans>}
      act={act}
      keep={version.id}
      onConfirm={(reason, draftId) =>
        props.onRetire({ reason, lastDay: bills ? lastDay : null }, draftId)
      }
    >
      {bills ? (
        <>
          <p>
            <Trans>
              Days until its last are billed by it, late claims too. Days after that are held until
              another version or contract is confirmed.
            </Trans>
          </p>
          <DateField
            label={t`Last day`}
            hint={t`The day before its first: it never should have held.`}
            name="lastDay"
            value={lastDay}
            onChange={setLastDay}
            error={refused && sayField("lastDay", refused, contractWords)}
          />
        </>
      ) : (
        <p>
          <Trans>It never billed and never will. It stays to be read.</Trans>
        </p>
      )}
    </ConfirmDialog>
  );
};

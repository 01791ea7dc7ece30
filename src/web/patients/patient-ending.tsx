import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { bringBackPatient, retirePatient } from "#domain/patients/patient.api.ts";
import type { Patient } from "#domain/patients/patient.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { patientWords } from "#web/patients/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { RetireIcon, UndoIcon } from "#web/ui/icons.ts";

/** Takes a record that was made by mistake out of use, or into use again. */
export const PatientEnding = (props: { readonly patient: Patient }): ReactNode => {
  const { t } = useLingui();
  const { id: patientId, version, retiredAt } = props.patient;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const retire = useAct(retirePatient, {
    done: t`Out of use.`,
    onDone: close,
    words: patientWords,
    failureShownInPlace: true,
  });
  const bringBack = useAct(bringBackPatient, { done: t`In use again.`, words: patientWords });
  if (!useCan("patients:register")) return null;
  if (retiredAt !== null)
    return (
      <Button
        icon={UndoIcon}
        busy={bringBack.busy}
        onPress={() => void bringBack.run({ patientId, version })}
      >
        <Trans>Bring back</Trans>
      </Button>
    );
  return (
    <>
      <Button kind="quiet" icon={RetireIcon} onPress={() => setAsking(true)}>
        <Trans>Registered by mistake</Trans>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={<Trans>Take this record out of use?</Trans>}
        verb={<Trans>Take out of use</Trans>}
        danger
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={<Trans>Kept in the history.</Trans>}
        act={retire}
        keep={patientId}
        onConfirm={(reason, draftId) => void retire.run({ patientId, version, reason }, draftId)}
      >
        <p>
          <Trans>
            For somebody who was registered twice or never came. Nobody finds the record any more;
            it stays as it was and can be brought back.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
};

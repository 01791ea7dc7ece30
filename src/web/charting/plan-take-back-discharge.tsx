import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { resumeEnrollment } from "#domain/admissions/enrollment.api.ts";
import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { planWords } from "#web/charting/plan-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

/** Takes back a discharge that was entered by mistake: the stay runs on. */
export const TakeBackDischarge = (props: { readonly stay: Enrollment }): ReactNode => {
  const { t } = useLingui();
  const { id: enrollmentId, version, program } = props.stay;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const resume = useAct(resumeEnrollment, {
    done: t`The stay runs on.`,
    onDone: close,
    words: planWords,
    changes: ["chart"],
  });
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>
        <Trans>Take discharge back</Trans>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={<Trans>Take the discharge from {program.name} back?</Trans>}
        verb={<Trans>Take back</Trans>}
        busy={resume.busy}
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={<Trans>Kept in the history.</Trans>}
        keep={{ act: resume, of: enrollmentId }}
        onConfirm={(reason, draftId) => void resume.run({ enrollmentId, version, reason }, draftId)}
      >
        <Trans>
          For a discharge that was entered by mistake. Somebody who comes back is admitted anew.
        </Trans>
      </ConfirmDialog>
    </>
  );
};

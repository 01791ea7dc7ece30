import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { resumeEnrollment } from "#domain/admissions/enrollment.api.ts";
import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { planWords } from "#web/charting/plan-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { TakeBack } from "#web/ui/take-back.tsx";

/** Takes back a discharge that was entered by mistake: the stay runs on. */
export const TakeBackDischarge = (props: { readonly stay: Enrollment }): ReactNode => {
  const { t } = useLingui();
  const { id: enrollmentId, version, program } = props.stay;
  const resume = useAct(resumeEnrollment, {
    done: t`The stay runs on.`,
    words: planWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  return (
    <TakeBack
      label={<Trans>Take discharge back</Trans>}
      size="small"
      title={<Trans>Take the discharge from {program.name} back?</Trans>}
      danger={false}
      act={resume}
      of={enrollmentId}
      onTakeBack={(reason, draftId) => resume.run({ enrollmentId, version, reason }, draftId)}
    >
      <Trans>
        For a discharge that was entered by mistake. Somebody who comes back is admitted anew.
      </Trans>
    </TakeBack>
  );
};

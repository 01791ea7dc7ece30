import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { releasableDayHolds } from "#domain/billing/charges/day-facts.ts";
import { releaseDay } from "#domain/billing/charges/day-release.api.ts";
import { chargeProblemWords, releaseNotice } from "#web/billing/charges/charge-words.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

type Releasable = (typeof releasableDayHolds)[number];

const releasableOf = (code: string): Releasable | undefined =>
  releasableDayHolds.find((one) => one === code);

interface ReleasableDay {
  readonly enrollmentId: string;
  readonly serviceDate: string;
  readonly code: Releasable;
}

const ReleaseDialog = (props: {
  readonly day: ReleasableDay;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { day, onClose } = props;
  const { enrollmentId, serviceDate, code } = day;
  const act = useAct(releaseDay, {
    words: chargeProblemWords,
    changes: ["day-charge"],
    done: t`The day goes without an authorization.`,
    about: releaseNotice(day),
    onDone: onClose,
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={<Trans>Bill this day without an authorization?</Trans>}
      verb={<Trans>Bill without it</Trans>}
      reasonLabel={<Trans>Why it may go</Trans>}
      act={act}
      keep={`${enrollmentId}-${serviceDate}-${code}`}
      onConfirm={(reason, draftId) =>
        void act.run({ enrollmentId, serviceDate, code, reason }, draftId)
      }
    >
      <Trans>
        {sayDate(serviceDate)}. The payer may refuse it. Your name and the reason stay with the day;
        every other reason that keeps it stays too.
      </Trans>
    </ConfirmDialog>
  );
};

/** Asks why a day may be billed without an authorization; of what else keeps a day, nobody may let it go. */
export const useDayRelease = () => {
  const [asked, setAsked] = useState<ReleasableDay | null>(null);
  return {
    mayRelease: (code: string): boolean => releasableOf(code) !== undefined,
    ask: (day: {
      readonly enrollmentId: string;
      readonly serviceDate: string;
      readonly code: string;
    }): void => {
      const { enrollmentId, serviceDate } = day;
      const code = releasableOf(day.code);
      if (code !== undefined) setAsked({ enrollmentId, serviceDate, code });
    },
    question: asked && <ReleaseDialog day={asked} onClose={() => setAsked(null)} />,
  };
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import { releasableDayHolds } from "#domain/billing/charges/day-facts.ts";
import { releaseDay } from "#domain/billing/charges/day-release.api.ts";
import { chargeProblemWords, releaseNotice } from "#web/billing/charges/charge-words.ts";
import { HoldRow } from "#web/billing/charges/hold-row.tsx";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Rows } from "#web/ui/rows.tsx";

type Releasable = (typeof releasableDayHolds)[number];

const releasableOf = (code: string): Releasable | undefined =>
  releasableDayHolds.find((one) => one === code);

const ReleaseDialog = (props: {
  readonly day: DayExplanation;
  readonly code: Releasable;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { day, code, onClose } = props;
  const { enrollmentId, serviceDate } = day;
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
        The payer may refuse it. Your name and the reason stay with the day; every other reason that
        keeps it stays too.
      </Trans>
    </ConfirmDialog>
  );
};

/** Why a day waits, with what somebody may let it go without. */
export const DayHolds = (props: { readonly day: DayExplanation }): ReactNode => {
  const { day } = props;
  const mayManage = useCan("claims:manage");
  const [releasing, setReleasing] = useState<Releasable | null>(null);
  const { holds } = day;
  return (
    <>
      {holds.length > 0 && (
        <PanelPart title={<Trans>What keeps it</Trans>}>
          <Rows>
            {holds.map((hold, place) => {
              const code = releasableOf(hold.code);
              const mayRelease = mayManage && code !== undefined && day.state !== "claimed";
              return (
                <HoldRow
                  key={place}
                  hold={hold}
                  patientId={day.patientId}
                  claimId={day.kept?.claimId ?? null}
                  onRelease={mayRelease ? () => setReleasing(code) : undefined}
                />
              );
            })}
          </Rows>
        </PanelPart>
      )}
      {/* Beside the reasons: whoever is writing keeps their words while a colleague lets the day go. */}
      {releasing !== null && (
        <ReleaseDialog day={day} code={releasing} onClose={() => setReleasing(null)} />
      )}
    </>
  );
};

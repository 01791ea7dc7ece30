import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import { takeBackRelease } from "#domain/billing/charges/day-release.api.ts";
import { chargeProblemWords, releaseNotice } from "#web/billing/charges/charge-words.ts";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { DoneIcon, UndoIcon } from "#web/ui/icons.ts";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

type Release = DayExplanation["releases"][number];

const TakeBackDialog = (props: {
  readonly day: DayExplanation;
  readonly releaseId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { day, releaseId, onClose } = props;
  const { enrollmentId, serviceDate } = day;
  const act = useAct(takeBackRelease, {
    words: chargeProblemWords,
    done: t`Taken back. The day waits for the authorization again.`,
    about: releaseNotice(day),
    onDone: onClose,
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={<Trans>Hold this day again?</Trans>}
      verb={<Trans>Take back</Trans>}
      reasonLabel={<Trans>Why</Trans>}
      act={act}
      keep={releaseId}
      onConfirm={(reason, draftId) =>
        void act.run({ enrollmentId, serviceDate, releaseId, reason }, draftId)
      }
    >
      <Trans>
        The day waits for an authorization again. It can still be billed without one, with a new
        reason. Both reasons stay with it.
      </Trans>
    </ConfirmDialog>
  );
};

type ClaimOfDay = NonNullable<DayExplanation["claim"]>;

/** Why what was let go is not taken back here. */
const WhyItStays = (props: { readonly claim: ClaimOfDay }): ReactNode => {
  const { control, isSent } = props.claim;
  return isSent ? (
    <Trans>Claim {control} was sent on this word, so it stays.</Trans>
  ) : (
    <Trans>To take this back, withdraw claim {control} first.</Trans>
  );
};

const ReleaseRow = (props: {
  readonly release: Release;
  /** Where it may be taken back: opens what asks for the reason. */
  readonly onTakeBack: (() => void) | undefined;
}): ReactNode => {
  const { onTakeBack } = props;
  const { code, reason, releasedBy, releasedAt, takenBack } = props.release;
  const { hold } = useChargeSentences();
  return (
    <Row
      icon={takenBack === null ? DoneIcon : UndoIcon}
      title={hold({ code, values: {} })?.name ?? code}
      below={
        <>
          {reason} · {releasedBy}, <Time at={releasedAt} />
          {takenBack !== null && (
            <>
              <br />
              <Trans>Taken back: {takenBack.reason}</Trans> · {takenBack.by},{" "}
              <Time at={takenBack.at} />
            </>
          )}
        </>
      }
      action={
        onTakeBack && (
          <Button size="small" onPress={onTakeBack}>
            <Trans>Take back</Trans>
          </Button>
        )
      }
    />
  );
};

/** What the day goes without, on whose word and why; and below it what was taken back. */
export const DayReleases = (props: { readonly day: DayExplanation }): ReactNode => {
  const { releases, claim } = props.day;
  const mayManage = useCan("claims:manage");
  const [takingBack, setTakingBack] = useState<string | null>(null);
  const standing = releases.filter(({ takenBack }) => takenBack === null);
  const over = releases.filter(({ takenBack }) => takenBack !== null);
  const mayTakeBack = mayManage && claim === null;
  return (
    <>
      {standing.length > 0 && (
        <PanelPart
          title={<Trans>Goes without</Trans>}
          hint={mayManage && claim !== null ? <WhyItStays claim={claim} /> : undefined}
        >
          <Rows>
            {standing.map((release) => (
              <ReleaseRow
                key={release.id}
                release={release}
                onTakeBack={mayTakeBack ? () => setTakingBack(release.id) : undefined}
              />
            ))}
          </Rows>
        </PanelPart>
      )}
      {over.length > 0 && (
        <PanelPart title={<Trans>Was to be billed without it, then taken back</Trans>}>
          <Rows>
            {over.map((release) => (
              <ReleaseRow key={release.id} release={release} onTakeBack={undefined} />
            ))}
          </Rows>
        </PanelPart>
      )}
      {/* Beside the rows: whoever is writing keeps their words while a colleague takes it back. */}
      {takingBack !== null && (
        <TakeBackDialog
          day={props.day}
          releaseId={takingBack}
          onClose={() => setTakingBack(null)}
        />
      )}
    </>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { withdrawMembership } from "#domain/scheduling/membership.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import { useAct } from "#web/platform/use-act.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

/** Takes a seat back that was given by mistake; one that was used leads to the membership's end. */
export const WithdrawDialog = (props: {
  readonly member: Membership;
  readonly onClose: () => void;
  /** Ends the membership in its place; undefined where it has an end already. */
  readonly onLeave: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const { member, onClose, onLeave } = props;
  const { id: membershipId, version, patientName: name, seriesName } = member;
  const act = useAct(withdrawMembership, {
    done: t`Taken back.`,
    onDone: onClose,
    words: scheduleWords,
    changes: ["series", "session", "hours"],
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={<Trans>Take back the seat of {name}?</Trans>}
      verb={<Trans>Take it back</Trans>}
      danger
      reasonLabel={<Trans>What was the mistake</Trans>}
      act={act}
      keep={membershipId}
      onConfirm={(reason, draftId) => void act.run({ membershipId, version, reason }, draftId)}
    >
      {act.problem?.code === "membership-used" && onLeave !== undefined && (
        <div>
          <Button onPress={onLeave}>
            <Trans>End the membership</Trans>
          </Button>
        </div>
      )}
      <p>
        <Trans>
          Their seats in {seriesName} go, as if they had never been given. That they were given and
          taken back stays on record, with your reason.
        </Trans>
      </p>
      <p>
        <Trans>For somebody who came, or was marked absent, end the membership instead.</Trans>
      </p>
    </ConfirmDialog>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { scrubClaim, withdrawClaim } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { earnsNothing } from "#domain/billing/claims/earns-nothing.ts";
import { isUnreadCorrection } from "#domain/billing/claims/rejected-claim.ts";
import { ChangeClaimForm, type ClaimChange } from "#web/billing/claims/change-claim-form.tsx";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { useKeys } from "#web/platform/keys.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const words = claimProblemWords;
const changes = ["day-charge", "hold", "claim-file"];

const Withdraw = (props: { readonly claim: Claim; readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { id: claimId, version, replaces } = props.claim;
  const standing = replaces?.state === "exported" ? replaces.control : null;
  const act = useAct(withdrawClaim, {
    words,
    changes,
    done:
      standing === null
        ? t`Withdrawn. Its days can be billed again.`
        : t`Withdrawn. Claim ${standing} stands as it did before.`,
    onDone: props.onClose,
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={<Trans>Withdraw this claim?</Trans>}
      verb={<Trans>Withdraw</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      act={act}
      keep={claimId}
      onConfirm={(reason, draftId) => void act.run({ claimId, version, reason }, draftId)}
    >
      {standing === null ? (
        <Trans>It was never sent. Its days can be billed again, in another claim.</Trans>
      ) : (
        <Trans>
          It was never sent. Claim {standing} stands again as it did before, with its days.
        </Trans>
      )}
    </ConfirmDialog>
  );
};

const CheckAgain = (props: { readonly claim: Claim }): ReactNode => {
  const { t } = useLingui();
  const { id: claimId, version } = props.claim;
  const act = useAct(scrubClaim, { words, changes, done: t`Checked.` });
  const run = (): void => void act.run({ claimId, version });
  useKeys([{ keys: ["c"], label: t`Check again`, run }]);
  return (
    <Button icon={RetryIcon} busy={act.busy} onPress={run} keys={["c"]}>
      <Trans>Check again</Trans>
    </Button>
  );
};

type Open = "withdraw" | ClaimChange;

const ActButtons = (props: {
  readonly claim: Claim;
  readonly onOpen: (open: Open) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { claim, onOpen } = props;
  const { isLetGo, frequency, state } = claim;
  const isRejected = claim.rejectedAt !== null;
  const hasBefore = isUnreadCorrection(claim);
  // What was mended since comes into the claim by building it anew.
  const hasFaults = claim.errorCount > 0;
  const isGone = earnsNothing(claim) && (!isRejected || hasBefore);
  if (state === "withdrawn" || claim.replacedBy !== null) return null;
  if (state === "exported")
    return (
      // What takes a claim back is not taken back itself; where it was rejected it says the same again.
      (frequency !== "8" || isRejected) && (
        <>
          {frequency !== "8" && (isLetGo || (isRejected && !hasBefore)) && (
            <MoreMenu
              label={t`More about this claim`}
              acts={[
                {
                  label: t`It was not rejected: void it at the payer`,
                  onPress: () => onOpen("void"),
                },
              ]}
            />
          )}
          {frequency !== "8" && !isLetGo && !(isRejected && !hasBefore) && (
            <Button kind={isGone ? "primary" : "plain"} onPress={() => onOpen("void")}>
              <Trans>Void</Trans>
            </Button>
          )}
          {!isLetGo && (
            <Button kind={isGone ? "plain" : "primary"} onPress={() => onOpen("correct")}>
              {isRejected ? <Trans>Send again</Trans> : <Trans>Correct</Trans>}
            </Button>
          )}
        </>
      )
    );
  return (
    <>
      <Button onPress={() => onOpen("withdraw")}>
        <Trans>Withdraw</Trans>
      </Button>
      <CheckAgain claim={claim} />
      {/* It says once more what it takes back, whatever became of the days since. */}
      {frequency !== "8" && (
        <Button kind={hasFaults ? "primary" : "plain"} onPress={() => onOpen("rebuild")}>
          <Trans>Build anew</Trans>
        </Button>
      )}
    </>
  );
};

/**
 * What may be done with a claim where it stands, beside what ends its holds: before it was sent, and after. What was asked stays open whatever a colleague
 * does to the claim meanwhile, with the words of whoever is answering.
 */
export const ClaimActs = (props: { readonly claim: Claim }): ReactNode => {
  const { t } = useLingui();
  const { claim } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const titles: Readonly<Record<ClaimChange, string>> = {
    correct: claim.rejectedAt === null ? t`Correct this claim` : t`Send this claim again`,
    void: t`Void this claim`,
    rebuild: t`Build this claim anew`,
  };
  const change = open === "withdraw" ? null : open;
  return (
    <>
      <ActButtons claim={claim} onOpen={setOpen} />
      {open === "withdraw" && <Withdraw claim={claim} onClose={close} />}
      <SidePanel
        open={change !== null}
        onClose={close}
        title={change === null ? "" : titles[change]}
      >
        {change !== null && <ChangeClaimForm claim={claim} change={change} onClose={close} />}
      </SidePanel>
    </>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { correctClaim, rehearseCorrection, voidClaim } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { earnsNothing } from "#domain/billing/claims/earns-nothing.ts";
import { isUnreadCorrection } from "#domain/billing/claims/rejected-claim.ts";
import { CorrectionDifferences, NoAnswerYet } from "#web/billing/claims/correction-differences.tsx";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Form } from "#web/ui/form.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** `rebuild`: before it was sent; `correct`: after the payer answered; `void`: taken back. */
export type ClaimChange = "rebuild" | "correct" | "void";

const changes = ["day-charge", "hold", "claim-file"];
const words = claimProblemWords;

interface ChangeProps {
  readonly claim: Claim;
  readonly onClose: () => void;
}

const Cancel = (props: { readonly onPress: () => void }): ReactNode => (
  <Button onPress={props.onPress}>
    <Trans>Leave it as it is</Trans>
  </Button>
);

interface CorrectProps extends ChangeProps {
  readonly isSent: boolean;
  /** A claim made now says the same as the one that was sent. */
  readonly saysTheSame: boolean;
}

const CorrectForm = (props: CorrectProps): ReactNode => {
  const { t } = useLingui();
  const { claim, onClose, isSent, saysTheSame } = props;
  const { go } = useAddress();
  const act = useAct(correctClaim, {
    words,
    changes,
    failureShownInPlace: true,
    done: ({ id, control }) =>
      id === claim.id
        ? t`Nothing of it is left to bill. Its days are free again.`
        : t`Claim ${control} takes its place.`,
    onDone: (made) => {
      onClose();
      if (made.id !== claim.id) go(paths.claim(made.id));
    },
  });
  const day = sayDate(dayAt(claim.rejectedAt ?? claim.createdAt, useOrganizationZone()));
  const isRejected = claim.rejectedAt !== null;
  const initial: {
    answer: "rejected" | "accepted" | "";
    isMeant: boolean;
    payerClaimControl: string;
    reason: string;
  } = {
    isMeant: false,
    answer: isRejected ? "rejected" : "",
    payerClaimControl: "",
    reason: isRejected ? t`Rejected unread on ${day}` : "",
  };
  const form = useForm({
    id: `correct-${claim.id}`,
    initial,
    act,
    toInput: ({ answer, payerClaimControl, reason }) => ({
      claimId: claim.id,
      version: claim.version,
      reason,
      ...(answer !== "" && { answer }),
      ...(answer === "accepted" && { payerClaimControl }),
    }),
    check: ({ answer, isMeant, payerClaimControl, reason }) => ({
      ...(isSent && answer === "" && { answer: { code: "required" } }),
      ...(saysTheSame &&
        answer === "accepted" &&
        !isMeant && { isMeant: { code: "same-unmeant" } }),
      ...(answer === "accepted" &&
        payerClaimControl.trim() === "" && { payerClaimControl: { code: "payer-number-missing" } }),
      ...(reason.trim() === "" && { reason: { code: "required" } }),
    }),
  });
  return (
    <Form
      form={form}
      submit={
        isRejected ? (
          <Trans>Send again</Trans>
        ) : isSent ? (
          <Trans>Correct</Trans>
        ) : (
          <Trans>Build anew</Trans>
        )
      }
      actions={<Cancel onPress={onClose} />}
    >
      <Quiet>
        {isSent && earnsNothing(claim) && isUnreadCorrection(claim) ? (
          <Trans>
            Nothing of it is left to bill, and the payer still has what it was to replace: take that
            back by Void.
          </Trans>
        ) : isSent && earnsNothing(claim) ? (
          <Trans>
            Nothing of it is left to bill. What the payer read is taken back by Void; what they
            rejected unread is closed here.
          </Trans>
        ) : isRejected && claim.frequency === "7" ? (
          <Trans>
            Its file came back rejected: the payer still has the claim that it replaces. It goes
            once more as it was billed, from the same days as they are now and under a new number.
          </Trans>
        ) : isRejected ? (
          <Trans>
            Its file came back rejected: the payer has nothing of it. It goes once more as it was
            billed, from the same days as they are now and under a new number.
          </Trans>
        ) : isSent ? (
          <Trans>
            A new claim is made of the same days as they are now. This one stays as it was.
          </Trans>
        ) : (
          <Trans>It was never sent. A new claim is made of the same days as they are now.</Trans>
        )}
      </Quiet>
      {isSent && !isRejected && (
        <SelectField
          label={t`What the payer said`}
          hint={t`Rejected is what never got a number of theirs: it was not read, and nothing of it stands with them. A denied claim was read. Where they have not answered yet, wait: a correction must name their number.`}
          none={t`Choose`}
          choices={[
            { value: "accepted", label: t`Paid or denied it: replace it (7)` },
            { value: "rejected", label: t`Rejected it unread: send it once more` },
          ]}
          {...form.field("answer")}
        />
      )}
      {form.values.answer === "accepted" && (
        <TextField
          label={t`The payer’s number of it`}
          hint={t`On the payment advice or the status answer. The correction must name it.`}
          maxLength={50}
          {...form.field("payerClaimControl")}
        />
      )}
      {saysTheSame && form.values.answer === "accepted" && (
        <CheckField
          label={t`Replace it with a claim that says the same`}
          {...form.field("isMeant")}
        />
      )}
      <TextArea label={t`Why`} maxLength={400} {...form.field("reason")} />
    </Form>
  );
};

/** A claim that was sent is corrected with open eyes: first what would differ, and only once its receiver said something. */
const CorrectSent = (props: ChangeProps): ReactNode => {
  const { claim } = props;
  const rehearsed = useRead(rehearseCorrection, { claimId: claim.id }, { alsoOn: ["claim-file"] });
  return (
    <Loaded read={rehearsed}>
      {(data) => {
        const { standing, differs, blockedBy } = data;
        const isOpen = standing === "waiting" || standing === "received";
        if (isOpen && claim.claimFile !== null)
          return <NoAnswerYet claimFileId={claim.claimFile.id} isHere={false} />;
        return (
          <>
            <CorrectionDifferences claim={claim} rehearsed={data} />
            <CorrectForm
              {...props}
              isSent
              saysTheSame={differs.length === 0 && blockedBy === null}
            />
          </>
        );
      }}
    </Loaded>
  );
};

const VoidForm = (props: ChangeProps): ReactNode => {
  const { t } = useLingui();
  const { claim, onClose } = props;
  const { go } = useAddress();
  const act = useAct(voidClaim, {
    words,
    changes,
    failureShownInPlace: true,
    done: ({ control }) => t`Claim ${control} takes it back.`,
    onDone: (made) => {
      onClose();
      go(paths.claim(made.id));
    },
  });
  const hasBefore = isUnreadCorrection(claim);
  const form = useForm({
    id: `void-${claim.id}`,
    initial: {
      payerClaimControl: (hasBefore && claim.snapshot.payerClaimControl) || "",
      reason: "",
    },
    act,
    toInput: (values) => ({ claimId: claim.id, version: claim.version, ...values }),
    check: ({ payerClaimControl, reason }) => ({
      ...(payerClaimControl.trim() === "" && {
        payerClaimControl: { code: "payer-number-missing" },
      }),
      ...(reason.trim() === "" && { reason: { code: "required" } }),
    }),
  });
  return (
    <Form form={form} submit={<Trans>Void</Trans>} actions={<Cancel onPress={onClose} />}>
      <Quiet>
        {hasBefore ? (
          <Trans>
            The payer never read this correction, and still has what it was to replace. A claim is
            made that takes that back (8), by the payer’s number of it.
          </Trans>
        ) : claim.rejectedAt !== null ? (
          <Trans>
            Only where the payer turned out to have it, with a number of theirs: a claim of the same
            lines is made that takes it back (8). Where it may stay with them, note on its file that
            they accepted it. Where they have nothing of it, there is nothing to take back.
          </Trans>
        ) : (
          <Trans>
            A claim of the same lines is made that takes this one back (8). Only what the payer has
            read can be taken back: for what it rejected unread, choose Correct.
          </Trans>
        )}
      </Quiet>
      <TextField
        label={t`The payer’s number of it`}
        hint={t`On the payment advice or the status answer. The void must name it.`}
        maxLength={50}
        {...form.field("payerClaimControl")}
      />
      <TextArea label={t`Why`} maxLength={400} {...form.field("reason")} />
    </Form>
  );
};

/** Makes the claim that takes the place of this one. */
export const ChangeClaimForm = (
  props: ChangeProps & { readonly change: ClaimChange },
): ReactNode => {
  const { claim, change, onClose } = props;
  const { claimFile } = claim;
  if (change !== "rebuild" && claimFile !== null && claimFile.handedOverAt === null)
    return <NoAnswerYet claimFileId={claimFile.id} isHere />;
  if (change === "void") return <VoidForm claim={claim} onClose={onClose} />;
  if (change === "correct" && claim.rejectedAt === null)
    return <CorrectSent claim={claim} onClose={onClose} />;
  const isSent = change === "correct";
  return <CorrectForm claim={claim} onClose={onClose} isSent={isSent} saysTheSame={false} />;
};

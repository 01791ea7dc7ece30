import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  answerRestriction,
  listRestrictionRevisions,
  listRestrictions,
} from "#domain/privacy/restriction.api.ts";
import type { Restriction, RestrictionState } from "#domain/privacy/restriction.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import {
  classWords,
  informationWords,
  purposeWords,
  signerWords,
} from "#web/privacy/consent-words.ts";
import { RestrictionEnding } from "#web/privacy/restriction-ending.tsx";
import {
  endGroundWords,
  keptFromWords,
  keptStateWords,
  restrictionHistoryWords,
  restrictionProblems,
} from "#web/privacy/restriction-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip, type Meaning } from "#web/ui/chip.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { HistoryIcon, RetireIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const meanings: Readonly<Record<RestrictionState, Meaning | undefined>> = {
  "in-force": "ontime",
  asked: "short",
  "not-agreed": undefined,
  ended: undefined,
};

const Answering = (props: { readonly restriction: Restriction }): ReactNode => {
  const { t } = useLingui();
  const { id: restrictionId, version, mustAgree } = props.restriction;
  const [answering, setAnswering] = useState<"agreed" | "not-agreed" | null>(null);
  const close = (): void => setAnswering(null);
  const act = useAct(answerRestriction, {
    done: t`Answered.`,
    onDone: close,
    words: restrictionProblems,
    failureShownInPlace: true,
  });
  const agrees = answering === "agreed";
  return (
    <>
      <Button size="small" kind="primary" onPress={() => setAnswering("agreed")}>
        <Trans>Agree</Trans>
      </Button>
      {!mustAgree && (
        <Button size="small" onPress={() => setAnswering("not-agreed")}>
          <Trans>Do not agree</Trans>
        </Button>
      )}
      <ConfirmDialog
        open={answering !== null}
        onClose={close}
        title={
          agrees ? <Trans>Keep this back?</Trans> : <Trans>Do not agree to keep this back?</Trans>
        }
        verb={agrees ? <Trans>Agree</Trans> : <Trans>Do not agree</Trans>}
        reasonLabel={<Trans>Why</Trans>}
        act={act}
        keep={restrictionId}
        onConfirm={(reason, draftId) => {
          if (answering !== null)
            void act.run({ restrictionId, version, answer: answering, reason }, draftId);
        }}
      >
        <p>
          {agrees ? (
            <Trans>
              From now on it is not told, whatever a consent says. Only an emergency opens it, and
              they can take it back.
            </Trans>
          ) : (
            <Trans>It goes on being told where a consent or the law lets it. Tell them why.</Trans>
          )}
        </p>
      </ConfirmDialog>
    </>
  );
};

const History = (props: { readonly restrictionId: string }): ReactNode => (
  <HistoryCard
    read={useRead(listRestrictionRevisions, { restrictionId: props.restrictionId })}
    words={restrictionHistoryWords}
  />
);

const RestrictionFacts = (props: { readonly restriction: Restriction }): ReactNode => {
  const say = useSay();
  const { restriction } = props;
  const { answer, answeredOn, answeredBy, answerReason, askerRelation } = restriction;
  const { endedOn, endGround, endReason } = restriction;
  const asker =
    askerRelation === "patient"
      ? restriction.askedBy
      : `${restriction.askedBy}, ${say(signerWords, askerRelation)}`;
  return (
    <Facts
      facts={[
        {
          name: <Trans>What</Trans>,
          value: restriction.information.map((one) => say(informationWords, one)).join(", "),
        },
        {
          name: <Trans>Told for</Trans>,
          value: restriction.purposes.map((one) => say(purposeWords, one)).join(", "),
        },
        {
          name: <Trans>Asked</Trans>,
          value: (
            <>
              {asker}, <Time at={restriction.askedOn} />
            </>
          ),
        },
        ...(restriction.paidInFull
          ? [{ name: <Trans>Paid</Trans>, value: <Trans>in full, not by the health plan</Trans> }]
          : []),
        ...(answer === null || answeredOn === null
          ? []
          : [
              {
                name: answer === "agreed" ? <Trans>Agreed to</Trans> : <Trans>Not agreed to</Trans>,
                value: (
                  <>
                    <Time at={answeredOn} /> · {answeredBy} · {answerReason}
                  </>
                ),
              },
            ]),
        ...(endedOn === null || endGround === null
          ? []
          : [
              {
                name: <Trans>Ended</Trans>,
                value: (
                  <>
                    <Time at={endedOn} /> · {say(endGroundWords, endGround)} · {endReason}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
};

type Opened = "history" | "ending";

/** One thing that somebody asked to be kept back: from whom, what, and what was answered. */
const RestrictionCard = (props: { readonly restriction: Restriction }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { restriction } = props;
  const { state, recipientKind, recipients } = restriction;
  const [open, setOpen] = useState<Opened | null>(null);
  const close = (): void => setOpen(null);
  const mayAnswer = useCan("disclosures:make");
  const names = recipients.map((one) => (recipientKind === "class" ? say(classWords, one) : one));
  const whom = recipientKind === "anybody" ? say(keptFromWords, "anybody") : names.join(", ");
  return (
    <Card
      title={t`To be kept from: ${whom}`}
      aside={<Chip meaning={meanings[state]}>{say(keptStateWords, state)}</Chip>}
      actions={
        <>
          <Button size="small" kind="quiet" icon={HistoryIcon} onPress={() => setOpen("history")}>
            <Trans>History</Trans>
          </Button>
          {mayAnswer && (state === "asked" || state === "in-force") && (
            <Button size="small" icon={RetireIcon} onPress={() => setOpen("ending")}>
              <Trans>End</Trans>
            </Button>
          )}
          {mayAnswer && state === "asked" && <Answering restriction={restriction} />}
        </>
      }
    >
      {restriction.mustAgree && state === "asked" && (
        <Note meaning="risk">
          <Trans>This has to be agreed to: it was paid in full, and concerns a health plan.</Trans>
        </Note>
      )}
      <RestrictionFacts restriction={restriction} />
      <SidePanel open={open === "history"} onClose={close} title={<Trans>History</Trans>}>
        {open === "history" && <History restrictionId={restriction.id} />}
      </SidePanel>
      <SidePanel
        open={open === "ending"}
        onClose={close}
        title={<Trans>Nothing more to be kept back</Trans>}
      >
        {open === "ending" && <RestrictionEnding restriction={restriction} onClose={close} />}
      </SidePanel>
    </Card>
  );
};

/** What somebody asked to be kept back, where they asked for anything. */
export const Restrictions = (props: { readonly patientId: string }): ReactNode => {
  const asked = useRead(listRestrictions, { patientId: props.patientId });
  return (asked.data?.rows ?? []).map((restriction) => (
    <RestrictionCard key={restriction.id} restriction={restriction} />
  ));
};

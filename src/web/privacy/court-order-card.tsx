import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { endCourtOrder, listCourtOrderRevisions } from "#domain/privacy/court-order.api.ts";
import type { CourtOrder, CourtOrderState } from "#domain/privacy/court-order.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { informationWords, privacyWords } from "#web/privacy/consent-words.ts";
import {
  orderDefectWords,
  orderHistoryWords,
  orderKindWords,
  orderStateWords,
  paperWords,
} from "#web/privacy/ground-words.ts";
import { PaperEnding, usePaperEnding } from "#web/privacy/paper-ending.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip, type Meaning } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { HistoryIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const meanings: Readonly<Record<CourtOrderState, Meaning | undefined>> = {
  "in-force": "ontime",
  deficient: "risk",
  "not-yet": "short",
  expired: undefined,
  ended: undefined,
};

const Ending = (props: { readonly order: CourtOrder }): ReactNode => {
  const { t } = useLingui();
  const { id: courtOrderId, version } = props.order;
  const ending = usePaperEnding();
  const end = useAct(endCourtOrder, {
    done: t`Ended. It opens nothing any more.`,
    onDone: ending.close,
    words: privacyWords,
    failureShownInPlace: true,
  });
  return (
    <PaperEnding
      ending={ending}
      act={end}
      of={courtOrderId}
      title={<Trans>End this order?</Trans>}
      reasonHint={<Trans>The court took it back, or it was written down by mistake.</Trans>}
      onEnd={(said, draftId) => void end.run({ courtOrderId, version, ...said }, draftId)}
    />
  );
};

const History = (props: { readonly courtOrderId: string }): ReactNode => (
  <HistoryCard
    read={useRead(listCourtOrderRevisions, { courtOrderId: props.courtOrderId })}
    words={orderHistoryWords}
  />
);

const OrderFacts = (props: { readonly order: CourtOrder }): ReactNode => {
  const say = useSay();
  const { order } = props;
  // A subpoena or a warrant alone asks; it lets nobody tell anything.
  const isOrder = order.paper === "order";
  return (
    <Facts
      facts={[
        { name: <Trans>About</Trans>, value: say(orderKindWords, order.kind) },
        {
          name: <Trans>Docket number</Trans>,
          value: order.docketNumber,
          absent: <Trans>not said</Trans>,
        },
        {
          name: isOrder ? <Trans>Entered</Trans> : <Trans>Dated</Trans>,
          value: <Time at={order.enteredOn} />,
        },
        {
          name: isOrder ? <Trans>Who may be told</Trans> : <Trans>Who asks</Trans>,
          value: order.recipients.join(", "),
          absent: <Trans>not said</Trans>,
        },
        {
          name: isOrder ? <Trans>What it opens</Trans> : <Trans>What it asks for</Trans>,
          value: order.information.map((one) => say(informationWords, one)).join(", "),
          absent: <Trans>not said</Trans>,
        },
        {
          name: isOrder ? <Trans>Until</Trans> : <Trans>To be answered by</Trans>,
          value: order.expiresOn === null ? null : <Time at={order.expiresOn} />,
          absent: <Trans>not said</Trans>,
        },
        ...(order.endedOn === null
          ? []
          : [
              {
                name: <Trans>Ended</Trans>,
                value: (
                  <>
                    <Time at={order.endedOn} /> · {order.endReason}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
};

/** One paper of a court: what it opens, what it lacks, and whether it must be answered. */
export const CourtOrderCard = (props: { readonly order: CourtOrder }): ReactNode => {
  const say = useSay();
  const { order } = props;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const mayEnd = useCan("disclosures:make") && order.state !== "ended";
  return (
    <Card
      title={`${say(paperWords, order.paper)} · ${order.court}`}
      aside={<Chip meaning={meanings[order.state]}>{say(orderStateWords, order.state)}</Chip>}
      actions={
        <>
          <Button size="small" kind="quiet" icon={HistoryIcon} onPress={() => setHistoryOpen(true)}>
            <Trans>History</Trans>
          </Button>
          {mayEnd && <Ending order={order} />}
        </>
      }
    >
      {order.state === "deficient" && (
        <Note meaning="risk">
          <Trans>Nothing is told under it:</Trans>
          {order.defects.map((defect) => (
            <div key={defect}>{say(orderDefectWords, defect)}</div>
          ))}
        </Note>
      )}
      {order.state === "in-force" && (
        <Note>
          {order.comesWithSubpoena ? (
            <Trans>A subpoena comes with it: it must be answered, with what it names.</Trans>
          ) : (
            <Trans>It allows telling what it names. Without a subpoena nobody has to.</Trans>
          )}
        </Note>
      )}
      <OrderFacts order={order} />
      <SidePanel
        open={isHistoryOpen}
        onClose={() => setHistoryOpen(false)}
        title={<Trans>History</Trans>}
      >
        {isHistoryOpen && <History courtOrderId={order.id} />}
      </SidePanel>
    </Card>
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { endRecordReview, listRecordReviewRevisions } from "#domain/privacy/record-review.api.ts";
import type { RecordReview, RecordReviewState } from "#domain/privacy/record-review.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import {
  behalfWords,
  reviewDefectWords,
  reviewHistoryWords,
  reviewKindWords,
  reviewProblems,
  reviewStateWords,
} from "#web/privacy/record-review-words.ts";
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

const meanings: Readonly<Record<RecordReviewState, Meaning | undefined>> = {
  "in-force": "ontime",
  deficient: "risk",
  "not-yet": "short",
  over: undefined,
  ended: undefined,
};

const Ending = (props: { readonly review: RecordReview }): ReactNode => {
  const { t } = useLingui();
  const { id: recordReviewId, version } = props.review;
  const ending = usePaperEnding();
  const end = useAct(endRecordReview, {
    done: t`Ended. It opens nothing any more.`,
    onDone: ending.close,
    words: reviewProblems,
    failureShownInPlace: true,
  });
  return (
    <PaperEnding
      ending={ending}
      act={end}
      of={recordReviewId}
      title={<Trans>End this audit?</Trans>}
      onEnd={(said, draftId) => void end.run({ recordReviewId, version, ...said }, draftId)}
    />
  );
};

const History = (props: { readonly recordReviewId: string }): ReactNode => (
  <HistoryCard
    read={useRead(listRecordReviewRevisions, { recordReviewId: props.recordReviewId })}
    words={reviewHistoryWords}
  />
);

const ReviewFacts = (props: { readonly review: RecordReview }): ReactNode => {
  const say = useSay();
  const { review } = props;
  const { signedOn, endedOn } = review;
  return (
    <Facts
      facts={[
        { name: <Trans>For</Trans>, value: say(reviewKindWords, review.kind) },
        {
          name: <Trans>On whose behalf</Trans>,
          value: review.behalfOf ?? say(behalfWords, review.behalf),
        },
        {
          name: <Trans>Who looks at records</Trans>,
          value: review.reviewers.join(", "),
          absent: <Trans>not said</Trans>,
        },
        {
          name: <Trans>Copies</Trans>,
          value: review.takesCopies ? (
            <Trans>may be taken along</Trans>
          ) : (
            <Trans>none: records are looked at here</Trans>
          ),
        },
        {
          name: <Trans>Days</Trans>,
          value: (
            <>
              <Time at={review.startsOn} /> – <Time at={review.endsOn} />
            </>
          ),
        },
        {
          name: <Trans>Agreed in writing</Trans>,
          value: signedOn === null ? null : <Time at={signedOn} />,
          absent: <Trans>not yet</Trans>,
        },
        ...(endedOn === null
          ? []
          : [
              {
                name: <Trans>Ended</Trans>,
                value: (
                  <>
                    <Time at={endedOn} /> · {review.endReason}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
};

/** One audit by somebody else: for whom, who looks at records, and what its agreement lacks. */
export const RecordReviewCard = (props: { readonly review: RecordReview }): ReactNode => {
  const say = useSay();
  const { review } = props;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  return (
    <Card
      title={review.performedBy}
      aside={<Chip meaning={meanings[review.state]}>{say(reviewStateWords, review.state)}</Chip>}
      actions={
        <>
          <Button size="small" kind="quiet" icon={HistoryIcon} onPress={() => setHistoryOpen(true)}>
            <Trans>History</Trans>
          </Button>
          {review.state !== "ended" && review.state !== "over" && <Ending review={review} />}
        </>
      }
    >
      {review.state === "deficient" && (
        <Note meaning="risk">
          <Trans>Nothing is told under it:</Trans>
          {review.defects.map((defect) => (
            <div key={defect}>{say(reviewDefectWords, defect)}</div>
          ))}
        </Note>
      )}
      <ReviewFacts review={review} />
      <SidePanel
        open={isHistoryOpen}
        onClose={() => setHistoryOpen(false)}
        title={<Trans>History</Trans>}
      >
        {isHistoryOpen && <History recordReviewId={review.id} />}
      </SidePanel>
    </Card>
  );
};

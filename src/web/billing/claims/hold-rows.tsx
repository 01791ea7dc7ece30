import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Hold } from "#domain/billing/claims/hold.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { HoldActs, HoldAge, useReleaseQuestion } from "#web/billing/claims/hold-parts.tsx";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { sayOwner } from "#web/platform/owner-words.ts";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const HoldRow = (props: {
  readonly hold: Hold;
  readonly dayWords: DayWords;
  readonly onRelease: (hold: Hold) => void;
}): ReactNode => {
  const { i18n } = useLingui();
  const { hold, dayWords, onRelease } = props;
  const said = useClaimHolds()(hold.code, hold.values) ?? dayWords.hold(hold);
  const owner = sayOwner(i18n, hold);
  return (
    <Row
      title={said?.sentence}
      below={
        <>
          {said?.mend} <Trans>Waits for {owner}.</Trans>
        </>
      }
      marks={<HoldAge raisedAt={hold.raisedAt} />}
      action={<HoldActs hold={hold} dayWords={dayWords} onRelease={onRelease} />}
    />
  );
};

/** What keeps one claim, or waits after it was sent: why, since when, for whom, and where it is ended; nothing where nothing does. */
export const HeldBecause = (props: {
  readonly holds: readonly Hold[];
  readonly isSent: boolean;
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t } = useLingui();
  const { holds, isSent, dayWords } = props;
  const release = useReleaseQuestion();
  return (
    <>
      {holds.length > 0 && (
        <Card flush title={isSent ? <Trans>What waits</Trans> : <Trans>Held, because</Trans>}>
          <Rows label={t`Holds`}>
            {holds.map((hold) => (
              <HoldRow
                key={`${hold.id ?? hold.dayChargeId} ${hold.code} ${hold.values["sessionId"] ?? ""}`}
                hold={hold}
                dayWords={dayWords}
                onRelease={release.ask}
              />
            ))}
          </Rows>
        </Card>
      )}
      {release.question}
    </>
  );
};

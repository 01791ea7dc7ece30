import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Hold } from "#domain/billing/claims/hold.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { HoldActs, HoldAge } from "#web/billing/claims/hold-parts.tsx";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { sayOwner } from "#web/platform/owner-words.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

const HoldRow = (props: { readonly hold: Hold; readonly dayWords: DayWords }): ReactNode => {
  const { i18n } = useLingui();
  const { hold, dayWords } = props;
  const said = useClaimHolds()(hold.code) ?? dayWords.hold(hold);
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
      action={<HoldActs hold={hold} dayWords={dayWords} />}
    />
  );
};

/** What keeps one claim, why, since when, for whom, and where it is ended. */
export const HoldRows = (props: {
  readonly holds: readonly Hold[];
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <Rows label={t`Holds`}>
      {props.holds.map((hold) => (
        <HoldRow
          key={`${hold.id ?? hold.dayChargeId} ${hold.code} ${hold.values["sessionId"] ?? ""}`}
          hold={hold}
          dayWords={props.dayWords}
        />
      ))}
    </Rows>
  );
};

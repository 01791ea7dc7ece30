import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sumClaimRows } from "#domain/billing/claims/claim-sum.ts";
import { sayClaimSum } from "#web/billing/claims/say-claim-sum.ts";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { scrubWords } from "#web/billing/claims/scrub-words.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import type { Batch } from "#web/billing/claims/use-batch.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** What keeps a claim, in words: of what its check found the first fault itself, and how many there are besides. */
const Why = (props: {
  readonly claim: ClaimRow;
  readonly reasons: readonly string[];
  readonly dayWords: DayWords;
}): ReactNode => {
  const say = useSay();
  const ofClaim = useClaimHolds();
  const { fault, errorCount } = props.claim;
  const others = props.reasons.filter((code) => fault === null || code !== "scrub-errors");
  const more = errorCount - 1;
  return (
    <>
      {fault !== null && say(scrubWords, fault.rule, fault.values)}
      {more > 0 && (
        <>
          {" "}
          <Plural value={more} one="And # more fault." other="And # more faults." />
        </>
      )}{" "}
      {others
        .map(
          (code) => (ofClaim(code) ?? props.dayWords.hold({ code, values: {} }))?.sentence ?? code,
        )
        .join(" ")}
    </>
  );
};

/** Claims that stay behind, each with what keeps it. */
export const HeldBack = (props: {
  readonly batch: Batch;
  readonly dayWords: DayWords;
}): ReactNode => {
  const { held, reasonsFor } = props.batch;
  if (held.length === 0) return null;
  return (
    <Card
      flush
      title={<Trans>What stays back</Trans>}
      aside={
        <>
          <Plural value={held.length} one="# claim" other="# claims" />,{" "}
          {sayClaimSum(sumClaimRows(held))}
        </>
      }
    >
      <Rows>
        {held.map((claim) => (
          <Row
            key={claim.id}
            to={paths.claim(claim.id)}
            title={
              <>
                {claim.patient.name}, {claim.payer.name}
              </>
            }
            below={
              <>
                {saySpan(claim.fromDate, claim.throughDate)} ·{" "}
                <Why claim={claim} reasons={reasonsFor(claim)} dayWords={props.dayWords} />
              </>
            }
            marks={sayMoney(claim.totalCents)}
            action={
              <Button size="small" to={paths.claim(claim.id)}>
                <Trans>Open the claim</Trans>
              </Button>
            }
          />
        ))}
      </Rows>
    </Card>
  );
};

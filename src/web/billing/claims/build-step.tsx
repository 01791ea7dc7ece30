import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { BillStanding } from "#domain/billing/charges/day-bill.ts";
import { buildClaims } from "#domain/billing/claims/claim.api.ts";
import { sayBuilt } from "#web/billing/claims/batch-said.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { wordsOfSpan, type BatchSpan } from "#web/billing/claims/use-batch-span.ts";
import type { Batch } from "#web/billing/claims/use-batch.ts";
import { useKeys } from "#web/platform/keys.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ClaimIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

interface StepProps {
  readonly batch: Batch;
  readonly span: BatchSpan;
}

const BuildButton = ({ batch, span }: StepProps): ReactNode => {
  const { t } = useLingui();
  const { claims } = batch.toBuild;
  const act = useAct(buildClaims, {
    words: claimProblemWords,
    changes: ["day-charge", "hold"],
    done: sayBuilt,
  });
  // A key that is held down asks again and again.
  const run = (): void => {
    if (!act.busy) void act.run({ from: span.from, to: span.to });
  };
  useKeys(claims > 0 ? [{ keys: ["b"], label: t`Build claims`, run }] : []);
  return (
    claims > 0 && (
      <Button kind="primary" icon={ClaimIcon} busy={act.busy} onPress={run} keys={["b"]}>
        <Trans>Build claims</Trans>
      </Button>
    )
  );
};

/** Leads to exactly the days that a row counts. */
const SeeDays = (props: { readonly span: BatchSpan; readonly bill: BillStanding }): ReactNode => {
  const words = [`days.bill=${props.bill}`, ...wordsOfSpan(props.span)];
  return (
    <Button size="small" to={`${paths.openDays("ready")}&${words.join("&")}`}>
      <Trans>See the days</Trans>
    </Button>
  );
};

/** What building would make now: how many claims of how many days. */
const ToBuild = ({ batch, span }: StepProps): ReactNode => {
  const { claims, billed, running, unsettled } = batch.toBuild;
  if (batch.isReadAnew)
    return <Row icon={ClaimIcon} title={<Trans>The days are being counted anew</Trans>} />;
  const amount = sayMoney(billed.totalCents);
  const waiting = running.days + unsettled.days + batch.dayCount("held").days;
  if (claims === 0)
    return (
      <Row
        icon={ClaimIcon}
        title={<Trans>No claim can be built now</Trans>}
        below={
          waiting > 0 ? (
            <Trans>The days below come once nothing keeps them any more.</Trans>
          ) : (
            <Trans>Every day that could be in one is in one already.</Trans>
          )
        }
      />
    );
  const made = <Plural value={claims} one="# claim" other="# claims" />;
  return (
    <Row
      icon={ClaimIcon}
      title={
        <>
          <Plural value={billed.days} one="# day becomes" other="# days become" /> {made}, {amount}
        </>
      }
      below={<Trans>Build makes them and checks each. Nothing is sent by that.</Trans>}
      action={<SeeDays span={span} bill="now" />}
    />
  );
};

/** Days that are ready, and whose bill is not: nobody has to do anything about the first, somebody about the second. */
const NotYet = ({ batch, span }: StepProps): ReactNode => {
  const { running, unsettled } = batch.toBuild;
  const [later, kept] = [sayMoney(running.totalCents), sayMoney(unsettled.totalCents)];
  return (
    <>
      {running.days > 0 && (
        <Row
          title={
            <Plural
              value={running.days}
              one="# day is ready, and its bill is not due yet"
              other="# days are ready, and their bills are not due yet"
            />
          }
          below={
            <Trans>
              {later}. Their contract bills by the week, the month or the stay, and that is not over
              yet. They come by themselves.
            </Trans>
          }
          action={<SeeDays span={span} bill="running" />}
        />
      )}
      {unsettled.days > 0 && (
        <Row
          title={
            <Plural
              value={unsettled.days}
              one="# day is ready, and another day of its bill is not"
              other="# days are ready, and another day of their bill is not"
            />
          }
          below={
            <Trans>
              {kept}. One bill covers the week, the month or the stay: it goes once its held days
              are settled.
            </Trans>
          }
          action={<SeeDays span={span} bill="unsettled" />}
        />
      )}
    </>
  );
};

/** The holds of the days of this batch, and of no others. */
const whyHeld = (span: BatchSpan): string =>
  [paths.holds, ...wordsOfSpan(span)].join("&").replace("&", "?");

/** From days to claims: what is ready, what comes later, what stays back. */
export const BuildStep = (props: StepProps): ReactNode => {
  const { batch } = props;
  const mayManage = useCan("claims:manage");
  const held = batch.dayCount("held");
  return (
    <Card
      flush
      title={<Trans>Days</Trans>}
      aside={
        batch.isReadAnew ? <Trans>being counted anew</Trans> : <Trans>not yet in a claim</Trans>
      }
      actions={mayManage && <BuildButton {...props} />}
    >
      <Rows>
        <ToBuild {...props} />
        <NotYet {...props} />
        {held.days > 0 && (
          <Row
            title={<Plural value={held.days} one="# day is held" other="# days are held" />}
            below={
              held.unpriced === 0 ? (
                <Trans>{sayMoney(held.totalCents)} waits for somebody.</Trans>
              ) : (
                <Trans>
                  {sayMoney(held.totalCents)} waits for somebody;{" "}
                  <Plural
                    value={held.unpriced}
                    one="# day is unpriced"
                    other="# days are unpriced"
                  />
                  .
                </Trans>
              )
            }
            marks={
              <Chip meaning="held">
                <Trans>Held</Trans>
              </Chip>
            }
            action={
              <Button size="small" to={whyHeld(props.span)}>
                <Trans>See why</Trans>
              </Button>
            }
          />
        )}
      </Rows>
    </Card>
  );
};

import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { recomputeDays } from "#domain/billing/charges/day-charge.api.ts";
import { chargeProblemWords } from "#web/billing/charges/charge-words.ts";
import { DayPanel } from "#web/billing/charges/day-panel.tsx";
import { BillFigures } from "#web/billing/charges/bill-figures.tsx";
import { ReviewFigures } from "#web/billing/charges/review-figures.tsx";
import { ReviewTable } from "#web/billing/charges/review-table.tsx";
import {
  useChargeReview,
  useReviewed,
  useReviewSpan,
  type Reviewed,
  type ReviewOrder,
  type ReviewSpan,
} from "#web/billing/charges/use-charge-review.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { atSite, useSite } from "#web/platform/use-site.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";

const SpanSteps = (props: { readonly span: ReviewSpan }): ReactNode => {
  const { t } = useLingui();
  const { span } = props;
  useKeys([
    { keys: ["["], label: t`Seven days back`, run: span.earlier },
    { keys: ["]"], label: t`Seven days on`, run: span.later },
  ]);
  return (
    <>
      <Button onPress={span.earlier} keys={["["]}>
        <Trans>Earlier</Trans>
      </Button>
      {!span.isLatest && (
        <>
          <Button onPress={span.latest}>
            <Trans>Latest</Trans>
          </Button>
          <Button onPress={span.later} keys={["]"]}>
            <Trans>Later</Trans>
          </Button>
        </>
      )}
    </>
  );
};

/** The way to what today comes to so far, before anything of it is signed. */
const TodayWorth = (): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const to = paths.dayCharges(useToday());
  useKeys([{ keys: ["t"], label: t`What today would bill`, run: () => go(to) }]);
  return (
    <Button to={to} keys={["t"]}>
      <Trans>What today would bill</Trans>
    </Button>
  );
};

const MakeAnew = (props: { readonly span: ReviewSpan }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(recomputeDays, {
    words: chargeProblemWords,
    done: ({ days, changed }) =>
      t`${plural(days, { one: "# day", other: "# days" })} looked at, ${changed} changed. What is in a claim stays as it is.`,
  });
  const { from, until } = props.span;
  return (
    <Button icon={RetryIcon} busy={act.busy} onPress={() => void act.run({ from, to: until })}>
      <Trans>Recalculate these days</Trans>
    </Button>
  );
};

/** All days of one state that are in no claim yet; only some of them, where the address says from when or until when. */
const OfOneState = (props: {
  readonly every: NonNullable<Reviewed["every"]>;
  readonly range: Reviewed["range"];
}): ReactNode => {
  const { every, range } = props;
  const isReady = every === "ready";
  if (range.to === undefined)
    return isReady ? (
      <Trans>Every day that is ready and in no claim yet, whatever its date.</Trans>
    ) : (
      <Trans>Every day that is held, whatever its date. It holds the bill, never the care.</Trans>
    );
  const until = sayDate(range.to);
  if (range.from === undefined)
    return isReady ? (
      <Trans>Days up to {until} that are ready and in no claim yet.</Trans>
    ) : (
      <Trans>Days up to {until} that are held.</Trans>
    );
  const from = sayDate(range.from);
  return isReady ? (
    <Trans>
      Days from {from} to {until} that are ready and in no claim yet.
    </Trans>
  ) : (
    <Trans>
      Days from {from} to {until} that are held.
    </Trans>
  );
};

/** Which days stand here. */
const Facts = (props: {
  readonly reviewed: Reviewed;
  readonly span: ReviewSpan;
  readonly total: number | undefined;
}): ReactNode => {
  const { who, every, range } = props.reviewed;
  const [from, until] = [sayDate(props.span.from), sayDate(props.span.until)];
  if (every !== undefined) return <OfOneState every={every} range={range} />;
  if (who === "")
    return (
      <Trans>
        {from} to {until}. A held day holds the bill, never the care.
      </Trans>
    );
  return props.total !== undefined && <Plural value={props.total} one="# day" other="# days" />;
};

/** Charge review: what each day of each person is worth, what is held, by whom it is mended, and why. */
export const ChargesScreen = (): ReactNode => {
  const { t } = useLingui();
  const span = useReviewSpan();
  const reviewed = useReviewed();
  const { who, every } = reviewed;
  const [by, setBy] = useSearchWord("by");
  const order: ReviewOrder = by === "person" ? "person" : "day";
  const site = useSite();
  const review = useChargeReview(span, reviewed, order);
  const mayManage = useCan("claims:manage");
  const { go } = useAddress();
  const name = who === "" ? undefined : review.rows[0]?.patientName;
  return (
    <Screen
      title={name === undefined ? t`Charges` : t`Charges of ${name}`}
      facts={<Facts reviewed={reviewed} span={span} total={review.total} />}
      otherActions={
        who === "" && every === undefined ? (
          <>
            <SiteSelect site={site} />
            <TodayWorth />
            <SpanSteps span={span} />
            {mayManage && <MakeAnew span={span} />}
          </>
        ) : (
          <>
            {who === "" && <SiteSelect site={site} />}
            <Button onPress={() => go(atSite(paths.charges, site.siteId))}>
              {every === undefined ? <Trans>Everybody</Trans> : <Trans>The last seven days</Trans>}
            </Button>
          </>
        )
      }
    >
      <Loaded read={review.read}>
        {({ states }) => (
          <>
            {review.isByBill ? (
              <BillFigures rows={review.rows} bills={review.bills} />
            ) : (
              <ReviewFigures states={states} only={every} />
            )}
            <ReviewTable
              review={review}
              order={order}
              isOfOne={who !== ""}
              onOrder={(next) => setBy(next === "day" ? "" : next)}
            />
          </>
        )}
      </Loaded>
      <DayPanel bills={review.bills} />
    </Screen>
  );
};

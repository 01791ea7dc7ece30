import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { recomputeDays, type DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";
import { dayStates } from "#domain/billing/charges/day-charge.ts";
import { chargeProblemWords, dayStateWords } from "#web/billing/charges/charge-words.ts";
import { useDayChargeColumns } from "#web/billing/charges/day-charge-columns.tsx";
import { DayPanel } from "#web/billing/charges/day-panel.tsx";
import { ReviewFigures } from "#web/billing/charges/review-figures.tsx";
import {
  useChargeReview,
  useReviewed,
  useReviewSpan,
  type ReviewOrder,
  type ReviewSpan,
} from "#web/billing/charges/use-charge-review.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useKeys } from "#web/platform/keys.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ChoiceChips } from "#web/ui/choice-bar.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { useTableState } from "#web/ui/table-state.ts";

const canGo = (row: DayChargeRow): boolean => row.state === "ready" || row.state === "claimed";
const sum = (rows: readonly DayChargeRow[]): number =>
  rows.reduce((total, { totalCents }) => total + totalCents, 0);

const GroupHead = (props: {
  readonly name: string;
  readonly rows: readonly DayChargeRow[];
}): ReactNode => {
  const { name, rows } = props;
  const earning = rows.filter(({ state }) => state !== "nothing");
  const isAllHeld = earning.length > 0 && earning.every(({ state }) => state === "held");
  const going = earning.filter(canGo);
  const [goes, all] = [sayMoney(sum(going)), sayMoney(sum(earning))];
  const [count, of] = [going.length, earning.length];
  const unpriced = earning.filter(isUnpricedDay).length;
  return (
    <>
      {name} ·{" "}
      {of === 0 ? (
        <Trans>nothing to bill</Trans>
      ) : isAllHeld ? (
        <Plural value={of} one={`# held, ${all}`} other={`all # held, ${all}`} />
      ) : (
        <Trans>
          {count} of {of} ready or claimed, {goes} of {all}
        </Trans>
      )}
      {unpriced > 0 && (
        <>
          , <Plural value={unpriced} one="# unpriced" other="# unpriced" />
        </>
      )}
    </>
  );
};

/** The address of this screen with the reasons of a day open beside it. */
const useDayLink = (): ((row: DayChargeRow) => string) => {
  const { path, search } = useAddress();
  return ({ enrollmentId, serviceDate }) => {
    const next = new URLSearchParams(search);
    next.set("of", enrollmentId);
    next.set("day", serviceDate);
    return `${path}?${next.toString()}`;
  };
};

const choicesOf = (
  rows: readonly DayChargeRow[],
  of: (row: DayChargeRow) => { readonly id: string; readonly name: string } | null,
) => {
  const found = new Map(rows.flatMap((row) => of(row) ?? []).map(({ id, name }) => [id, name]));
  return [...found].map(([value, label]) => ({ value, label }));
};

const useFilters = (rows: readonly DayChargeRow[]) => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "state",
      label: t`State`,
      choices: dayStates.map((value) => ({ value, label: i18n._(dayStateWords[value]) })),
      of: (row: DayChargeRow) => row.state,
    },
    {
      key: "payer",
      label: t`Payer`,
      choices: choicesOf(rows, ({ payer }) => payer),
      of: (row: DayChargeRow) => row.payer?.id ?? "none",
    },
    {
      key: "site",
      label: t`Site`,
      choices: choicesOf(rows, ({ site }) => site),
      of: (row: DayChargeRow) => row.site.id,
    },
  ].filter(({ key, choices }) => key === "state" || choices.length > 1);
};

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
      t`${plural(days, { one: "# day", other: "# days" })} looked at, ${changed} changed.`,
  });
  const { from, until } = props.span;
  return (
    <Button icon={RetryIcon} busy={act.busy} onPress={() => void act.run({ from, to: until })}>
      <Trans>Reckon anew</Trans>
    </Button>
  );
};

const Review = (props: {
  readonly review: ReturnType<typeof useChargeReview>;
  readonly order: ReviewOrder;
  readonly onOrder: (order: ReviewOrder) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { order } = props;
  const { rows, total } = props.review;
  const { one, many } = usePatientWords();
  const columns = useDayChargeColumns(order);
  const filters = useFilters(rows);
  const dayLink = useDayLink();
  const isSorted = useTableState("days").sort !== null;
  const keyOf = (row: DayChargeRow): string => (order === "day" ? row.serviceDate : row.patientId);
  const groups = new Map<string, DayChargeRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  const groupOf = (row: DayChargeRow) => {
    const key = keyOf(row);
    const name = order === "day" ? sayDate(row.serviceDate) : row.patientName;
    return { key, head: <GroupHead name={name} rows={groups.get(key) ?? []} /> };
  };
  return (
    <Card flush>
      <DataTable
        name="days"
        label={t`Days and what they are worth`}
        rows={rows}
        total={total}
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={dayLink}
        rowQuiet={(row) => row.state === "nothing"}
        {...(!isSorted && { groupOf })}
        findLabel={t`Find by name or payer`}
        find={(row) => `${row.patientName} ${row.payer?.name ?? ""} ${row.contractName ?? ""}`}
        filters={filters}
        list="day-charges"
        patientOf={(row) => row.patientId}
        tools={
          <ChoiceChips
            label={t`Put together by`}
            chosen={order}
            onChoose={props.onOrder}
            choices={[
              { value: "day", label: t`By day` },
              { value: "person", label: t`By ${one.toLocaleLowerCase()}` },
            ]}
          />
        }
        empty={
          <EmptyState>
            <Trans>
              No day of any {many.toLocaleLowerCase()} here yet. A day stands here as soon as
              somebody was in a session.
            </Trans>
          </EmptyState>
        }
      />
    </Card>
  );
};

/** Charge review: what each day of each person is worth, what is held, by whom it is mended, and why. */
export const ChargesScreen = (): ReactNode => {
  const { t } = useLingui();
  const span = useReviewSpan();
  const reviewed = useReviewed();
  const { who, every } = reviewed;
  const [by, setBy] = useSearchWord("by");
  const order: ReviewOrder = by === "person" ? "person" : "day";
  const review = useChargeReview(span, reviewed, order);
  const mayManage = useCan("claims:manage");
  const { go } = useAddress();
  const name = who === "" ? undefined : review.rows[0]?.patientName;
  const [from, until] = [sayDate(span.from), sayDate(span.until)];
  return (
    <Screen
      title={name === undefined ? t`Charges` : t`Charges of ${name}`}
      facts={
        every === "ready" ? (
          <Trans>Every day that is ready and in no claim yet, whatever its date.</Trans>
        ) : every === "held" ? (
          <Trans>
            Every day that is held, whatever its date. It holds the bill, never the care.
          </Trans>
        ) : who === "" ? (
          <Trans>
            {from} to {until}. A held day holds the bill, never the care.
          </Trans>
        ) : (
          review.total !== undefined && <Plural value={review.total} one="# day" other="# days" />
        )
      }
      otherActions={
        who === "" && every === undefined ? (
          <>
            <TodayWorth />
            <SpanSteps span={span} />
            {mayManage && <MakeAnew span={span} />}
          </>
        ) : (
          <Button onPress={() => go(paths.charges)}>
            {every === undefined ? <Trans>Everybody</Trans> : <Trans>The last seven days</Trans>}
          </Button>
        )
      }
    >
      <Loaded read={review.read}>
        {({ states }) => (
          <>
            <ReviewFigures states={states} />
            <Review
              review={review}
              order={order}
              onOrder={(next) => setBy(next === "day" ? "" : next)}
            />
          </>
        )}
      </Loaded>
      <DayPanel />
    </Screen>
  );
};

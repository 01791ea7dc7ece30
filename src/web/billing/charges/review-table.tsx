import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { dayStates } from "#domain/billing/charges/day-charge.ts";
import { billStandings } from "#domain/billing/charges/day-bill.ts";
import { billStandingWords } from "#web/billing/charges/bill-words.ts";
import { NotSummed } from "#web/billing/charges/not-summed.tsx";
import { dayStateWords } from "#web/billing/charges/charge-words.ts";
import { sumDays } from "#web/billing/charges/day-sums.ts";
import { useDayChargeColumns } from "#web/billing/charges/day-charge-columns.tsx";
import type { ReviewOrder, useChargeReview } from "#web/billing/charges/use-charge-review.ts";
import type { DayBills } from "#web/billing/charges/use-day-bills.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { Card } from "#web/ui/card.tsx";
import { ChoiceChips } from "#web/ui/choice-bar.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { arrange } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";

const GroupHead = (props: {
  readonly name: string;
  readonly rows: readonly DayChargeRow[];
}): ReactNode => {
  const { earning, going, areAll, unpriced, idle, running } = sumDays(props.rows);
  const [goes, all] = [sayMoney(going.cents), sayMoney(earning.cents)];
  const count = going.days;
  const billable =
    areAll === "held" ? (
      <Plural value={earning.days} one={`# held, ${all}`} other={`all # held, ${all}`} />
    ) : areAll === "ready" ? (
      <Plural value={earning.days} one={`# ready, ${all}`} other={`# ready, ${all}`} />
    ) : (
      <Plural
        value={earning.days}
        one={`${count} of # billable day ready or in a claim, ${goes} of ${all}`}
        other={`${count} of # billable days ready or in a claim, ${goes} of ${all}`}
      />
    );
  return (
    <>
      {props.name}
      {earning.days > 0 && <> · {billable}</>}
      <NotSummed unpriced={unpriced} running={running} />
      {earning.days + running === 0 ? (
        <>
          {" · "}
          <Trans>nothing to bill</Trans>
        </>
      ) : (
        idle > 0 && (
          <>
            {" · "}
            <Plural
              value={idle}
              one="# day with nothing to bill"
              other="# days with nothing to bill"
            />
          </>
        )
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

/** Where every row is ready, by its bill; else by its state. */
const useFilters = (
  rows: readonly DayChargeRow[],
  { bills, isByBill }: { readonly bills: DayBills; readonly isByBill: boolean },
) => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "bill",
      label: t`Billing`,
      choices: !isByBill
        ? []
        : billStandings.map((value) => ({
            value,
            label: i18n._(billStandingWords[value]),
          })),
      of: (row: DayChargeRow) => bills.get(row.id)?.standing ?? "none",
    },
    {
      key: "state",
      label: t`State`,
      choices: isByBill
        ? []
        : dayStates.map((value) => ({ value, label: i18n._(dayStateWords[value]) })),
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
  ].filter(({ choices }) => choices.length > 1);
};

/** The days with what each is worth, under the day or the person they are of. */
export const ReviewTable = (props: {
  readonly review: ReturnType<typeof useChargeReview>;
  readonly order: ReviewOrder;
  readonly onOrder: (order: ReviewOrder) => void;
  /** The days are all of one person: a head over each would say no more than its row. */
  readonly isOfOne: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { isOfOne, order } = props;
  const { rows, total } = props.review;
  const { one, many } = usePatientWords();
  const columns = useDayChargeColumns(isOfOne ? "day-of-one" : order, props.review.bills);
  const filters = useFilters(rows, props.review);
  const dayLink = useDayLink();
  const state = useTableState("days");
  const find = (row: DayChargeRow): string =>
    `${row.patientName} ${row.payer?.name ?? ""} ${row.contractName ?? ""}`;
  const keyOf = (row: DayChargeRow): string => (order === "day" ? row.serviceDate : row.patientId);
  // A head counts the rows that stand under it, not those that were filtered away.
  const groups = Map.groupBy(arrange(rows, state, { columns, filters, find }), keyOf);
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
        {...(state.sort === null && !isOfOne && { groupOf })}
        findLabel={isOfOne ? t`Find by payer` : t`Find by name or payer`}
        find={find}
        filters={filters}
        list="day-charges"
        patientOf={(row) => row.patientId}
        tools={
          !isOfOne && (
            <ChoiceChips
              label={t`Put together by`}
              chosen={order}
              onChoose={props.onOrder}
              choices={[
                { value: "day", label: t`By day` },
                { value: "person", label: t`By ${one.toLocaleLowerCase()}` },
              ]}
            />
          )
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

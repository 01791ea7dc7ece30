import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";
import { sayCodes } from "#web/billing/charges/code-text.ts";
import { DayStateChip } from "#web/billing/charges/day-state-chip.tsx";
import { dayStateWords } from "#web/billing/charges/charge-words.ts";
import { useBillSentence } from "#web/billing/charges/use-bill-sentence.ts";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import type { DayBills } from "#web/billing/charges/use-day-bills.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwner } from "#web/platform/owner-words.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** Why a day stands as it does, in one line; what else there is is counted. */
const useReason = (bills: DayBills): ((row: DayChargeRow) => ReactNode) => {
  const { i18n } = useLingui();
  const { hold, zero } = useChargeSentences();
  const bill = useBillSentence();
  return ({ id, state, holds, zeroes, differs }) => {
    const [first] = holds;
    if (state === "ready") return bill(bills.get(id));
    if (differs) return <Trans>Delivered otherwise by now</Trans>;
    if (state === "held" && first !== undefined) {
      const more = holds.length - 1;
      const owner = sayOwner(i18n, first);
      const sentence = hold(first)?.sentence ?? first.code;
      return (
        <>
          {sentence} <Trans>Waits for {owner}.</Trans>
          {more > 0 && <> +{more}</>}
        </>
      );
    }
    const [why] = zeroes;
    return state === "nothing" && why !== undefined ? zero(why) : undefined;
  };
};

/** What it comes to is known once it is over. */
const isRunning = ({ state }: DayChargeRow): boolean => state === "open";

const useLinesCell = (): ((row: DayChargeRow) => ReactNode) => {
  return ({ lines }) => {
    const [first] = lines;
    if (first === undefined) return null;
    const line = `${sayCodes(first)} × ${first.units}`.replaceAll(" ", "\u00a0");
    const more = lines.length - 1;
    return (
      <SecondLine
        below={more > 0 && <Plural value={more} one="and # more line" other="and # more lines" />}
      >
        {line}
      </SecondLine>
    );
  };
};

/** The columns of charge review, by day, by person, or of one person alone: what the rows stand under is left out of them. */
export const useDayChargeColumns = (
  by: "day" | "person" | "day-of-one",
  bills: DayBills,
): readonly Column<DayChargeRow>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const reason = useReason(bills);
  const bill = useBillSentence();
  const linesCell = useLinesCell();
  const { hold } = useChargeSentences();
  const person: Column<DayChargeRow> = {
    key: "person",
    head: one,
    cell: (row) => <SecondLine below={row.levelName}>{row.patientName}</SecondLine>,
    value: (row) => row.patientName,
  };
  const day: Column<DayChargeRow> = {
    key: "day",
    head: t`Day`,
    cell: (row) => sayDate(row.serviceDate),
    value: (row) => row.serviceDate,
  };
  return [
    ...(by === "day" ? [person, { ...day, onlyCsv: true }] : []),
    ...(by === "person" ? [day, person] : []),
    ...(by === "day-of-one" ? [day, { ...person, onlyCsv: true }] : []),
    {
      key: "mrn",
      head: t`Record number`,
      cell: () => null,
      csv: (row) => row.mrn,
      onlyCsv: true,
    },
    {
      key: "payer",
      head: t`Payer`,
      cell: (row) => (
        <SecondLine below={row.contractName ?? undefined}>
          {row.payer?.name ?? <Trans>no policy</Trans>}
        </SecondLine>
      ),
      value: (row) => row.payer?.name ?? null,
      hideBelow: "tablet",
    },
    {
      key: "contract",
      head: t`Contract`,
      cell: () => null,
      csv: (row) => row.contractName,
      onlyCsv: true,
    },
    {
      key: "lines",
      head: t`Lines`,
      cell: (row) => (isRunning(row) ? null : linesCell(row)),
      csv: (row) => (isRunning(row) ? "" : row.lines.map(sayCodes).join("; ")),
    },
    {
      key: "units",
      head: t`Units`,
      cell: () => null,
      csv: (row) => (isRunning(row) ? "" : row.lines.map(({ units }) => units).join("; ")),
      onlyCsv: true,
    },
    {
      key: "minutes",
      head: t`Minutes billed`,
      cell: (row) => (isRunning(row) ? null : row.minutes),
      value: (row) => (isRunning(row) ? null : row.minutes),
      figures: true,
    },
    {
      key: "total",
      head: t`Total`,
      cell: (row) =>
        isRunning(row) ? null : isUnpricedDay(row) ? (
          <Trans>unpriced</Trans>
        ) : (
          sayMoney(row.totalCents)
        ),
      value: (row) => (isRunning(row) ? null : row.totalCents),
      csv: (row) =>
        isRunning(row) || isUnpricedDay(row) ? null : (row.totalCents / 100).toFixed(2),
      figures: true,
    },
    {
      key: "state",
      head: t`State`,
      cell: (row) => (
        <SecondLine below={reason(row)}>
          <DayStateChip state={row.state} />
        </SecondLine>
      ),
      value: (row) => i18n._(dayStateWords[row.state]),
      csv: (row) =>
        [
          i18n._(dayStateWords[row.state]),
          ...row.holds.map((each) => hold(each)?.sentence ?? each.code),
          bill(bills.get(row.id)) ?? [],
        ]
          .flat()
          .join(" "),
    },
  ];
};

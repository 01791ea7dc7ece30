import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { claimStates, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { ClaimChips } from "#web/billing/claims/claim-state-chip.tsx";
import {
  claimCountWords,
  claimStandsWords,
  formWords,
  placeTakenWords,
} from "#web/billing/claims/claim-words.ts";
import { FileBy } from "#web/billing/claims/file-by.tsx";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { daysBetween } from "#web/platform/days.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Link } from "#web/ui/link.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

const WhyHeld = (props: { readonly claim: ClaimRow }): ReactNode => {
  const { holds, errorCount, warningCount, isOutdated, state, replacedBy } = props.claim;
  const { rejectedAt, rejectedFaults } = props.claim;
  const said = useClaimHolds();
  if (replacedBy !== null)
    return (
      <Link to={paths.claim(replacedBy.id)}>
        <Trans>by {replacedBy.control}</Trans>
      </Link>
    );
  if (rejectedAt !== null)
    return rejectedFaults > 0 ? (
      <Plural value={rejectedFaults} one="# fault named" other="# faults named" />
    ) : (
      <Trans>along with its file</Trans>
    );
  if (errorCount > 0)
    return <Plural value={errorCount} one="# fault to mend" other="# faults to mend" />;
  const names = holds.map((code) => said(code)?.name ?? code);
  if (isOutdated && state === "exported") return <Trans>Correct it, or void it.</Trans>;
  if (isOutdated)
    return (
      <>
        <Trans>No file takes it. Build it anew.</Trans> {names.join(", ")}
      </>
    );
  if (names.length > 0) return names.join(", ");
  return warningCount > 0 && <Plural value={warningCount} one="# warning" other="# warnings" />;
};

/** What a claim comes to, and that nothing of it is asked for any more where that is so. */
const Total = (props: { readonly claim: ClaimRow }): ReactNode => {
  const { totalCents, countsAs } = props.claim;
  if (countsAs !== "nothing") return sayMoney(totalCents);
  return <SecondLine below={<Trans>asks for nothing</Trans>}>{sayMoney(totalCents)}</SecondLine>;
};

/** The columns of every list of claims. */
export const useClaimColumns = (): readonly Column<ClaimRow>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const today = useToday();
  return [
    {
      key: "patient",
      head: one,
      sortable: true,
      value: (row) => row.patient.name,
      cell: (row) => <SecondLine below={row.control}>{row.patient.name}</SecondLine>,
    },
    {
      key: "control",
      head: t`Number`,
      cell: (row) => row.control,
      csv: (row) => row.control,
      onlyCsv: true,
    },
    {
      key: "mrn",
      head: t`Record number`,
      cell: (row) => row.patient.mrn,
      csv: (row) => row.patient.mrn,
      onlyCsv: true,
    },
    {
      key: "form",
      head: t`Form`,
      cell: (row) => i18n._(formWords[row.form]),
      csv: (row) => i18n._(formWords[row.form]),
      onlyCsv: true,
    },
    {
      key: "days",
      head: t`Days`,
      sortable: true,
      value: (row) => row.throughDate,
      cell: (row) => (
        <SecondLine below={<Plural value={row.lineCount} one="# line" other="# lines" />}>
          {saySpan(row.fromDate, row.throughDate)}
        </SecondLine>
      ),
      csv: (row) => `${row.fromDate} to ${row.throughDate}`,
    },
    {
      key: "payer",
      head: t`Payer`,
      sortable: true,
      value: (row) => row.payer.name,
      cell: (row) => row.payer.name,
      hideBelow: "tablet",
    },
    {
      key: "age",
      head: t`Age from last day`,
      sortable: true,
      value: (row) => daysBetween(row.throughDate, today),
      cell: (row) => {
        const days = daysBetween(row.throughDate, today);
        return <Plural value={days} one="# day" other="# days" />;
      },
      figures: true,
      hideBelow: "tablet",
    },
    {
      key: "filing",
      head: t`File by`,
      sortable: true,
      value: (row) => row.fileBy,
      cell: ({ fileBy }) => fileBy !== null && <FileBy day={fileBy} isShort />,
      hideBelow: "desk",
    },
    {
      key: "total",
      head: t`Total`,
      sortable: true,
      value: (row) => row.totalCents,
      cell: (row) => <Total claim={row} />,
      csv: (row) => (row.totalCents / 100).toFixed(2),
      figures: true,
    },
    {
      key: "counts",
      head: t`Counts as`,
      cell: (row) => i18n._(claimCountWords[row.countsAs]),
      csv: (row) => i18n._(claimCountWords[row.countsAs]),
      onlyCsv: true,
    },
    {
      key: "state",
      head: t`State`,
      sortable: true,
      value: (row) => claimStates.indexOf(row.state),
      cell: (row) => (
        <SecondLine below={<WhyHeld claim={row} />}>
          <ClaimChips claim={row} />
        </SecondLine>
      ),
      csv: (row) =>
        [
          claimStandsWords(row),
          ...(row.isTest ? [msg`Test claim`] : []),
          ...(row.replacedBy ? [placeTakenWords(row, row.replacedBy)] : []),
          ...(row.rejectedAt !== null ? [msg`Rejected`] : []),
        ]
          .map((words) => i18n._(words))
          .join(", "),
    },
  ];
};

/** What a list of claims says where there is none. */
export const NoClaims = (): ReactNode => (
  <Trans>No claim yet. Claims are built from the days that are ready.</Trans>
);

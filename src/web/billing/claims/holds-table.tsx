import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Hold } from "#domain/billing/claims/hold.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { sayHoldOwner } from "#web/billing/claims/hold-owner.ts";
import { HoldActs, HoldAge } from "#web/billing/claims/hold-parts.tsx";
import { together, type Together } from "#web/billing/claims/holds-together.ts";
import { isUnpriced } from "#web/billing/claims/unpriced.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** The day of somebody in charge review, its reasons open. */
const dayAddress = (enrollmentId: string, day: string): string =>
  `${paths.charges}?until=${day}&of=${enrollmentId}&day=${day}`;

/** Where the hold is looked at: its claim, its day, or all the days of its person. */
const homeOf = ({ first, count }: Together): string => {
  if (first.claimId !== null) return paths.claim(first.claimId);
  return count === 1
    ? dayAddress(first.enrollmentId, first.fromDate)
    : `${paths.chargesOf(first.patient.id)}&days.state=held`;
};

const useColumns = (dayWords: DayWords): readonly Column<Together>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const ofClaim = useClaimHolds();
  const said = ({ first }: Together) => ofClaim(first.code) ?? dayWords.hold(first);
  const owner = ({ first }: Together): string => sayHoldOwner(i18n, first);
  const mend = (holds: Together): ReactNode => {
    const who = owner(holds);
    return (
      <>
        {said(holds)?.mend} <Trans>Waits for {who}.</Trans>
      </>
    );
  };
  const daysOf = ({ from, through, count }: Together): ReactNode => (
    <>
      {saySpan(from, through)}
      {count > 1 && (
        <>
          , <Plural value={count} one="# day" other="# days" />
        </>
      )}
    </>
  );
  return [
    {
      key: "person",
      head: one,
      value: ({ first }) => first.patient.name,
      cell: (holds) => <SecondLine below={daysOf(holds)}>{holds.first.patient.name}</SecondLine>,
    },
    {
      key: "days",
      head: t`Days`,
      cell: daysOf,
      csv: ({ from, through }) => `${from} to ${through}`,
      onlyCsv: true,
    },
    {
      key: "why",
      head: t`Why, and what ends it`,
      value: (holds) => said(holds)?.name ?? holds.first.code,
      cell: (holds) => (
        <SecondLine below={mend(holds)}>{said(holds)?.sentence ?? holds.first.code}</SecondLine>
      ),
      csv: (holds) => said(holds)?.sentence ?? holds.first.code,
    },
    {
      key: "payer",
      head: t`Payer`,
      value: ({ first }) => first.payerName,
      cell: ({ first }) => first.payerName,
      hideBelow: "desk",
    },
    { key: "owner", head: t`Waits for`, cell: owner, csv: owner, onlyCsv: true },
    {
      key: "total",
      head: t`Amount`,
      value: (holds) => holds.totalCents,
      cell: ({ first, totalCents }) =>
        isUnpriced(first.code, totalCents) ? <Trans>unpriced</Trans> : sayMoney(totalCents),
      csv: (holds) => (holds.totalCents / 100).toFixed(2),
      figures: true,
    },
    {
      key: "since",
      head: t`Since`,
      value: ({ first }) => first.raisedAt,
      cell: ({ first }) => <HoldAge raisedAt={first.raisedAt} />,
    },
    {
      key: "act",
      head: t`Act`,
      cell: ({ first }) => (
        <CellItems>
          <HoldActs hold={first} dayWords={dayWords} />
        </CellItems>
      ),
    },
  ];
};

/** What waits, the longest first if not asked otherwise: why, since when, for whom, and where it is ended. */
export const HoldsTable = (props: {
  readonly holds: readonly Hold[];
  readonly dayWords: DayWords;
  readonly tools: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <DataTable
      name="holds"
      label={t`What waits`}
      rows={together(props.holds)}
      columns={useColumns(props.dayWords)}
      rowKey={({ first }) => `${first.id ?? first.dayChargeId} ${first.code}`}
      rowLink={homeOf}
      findLabel={t`Find by name or payer`}
      find={({ first }) => `${first.patient.name} ${first.payerName}`}
      tools={props.tools}
      list="holds"
      patientOf={({ first }) => first.patient.id}
      empty={
        <EmptyState
          action={
            <Button to={paths.billing}>
              <Trans>Go to the batch</Trans>
            </Button>
          }
        >
          <Trans>Nothing is held.</Trans>
        </EmptyState>
      }
    />
  );
};

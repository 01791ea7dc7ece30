import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isUnpriced } from "#domain/billing/charges/unpriced-day.ts";
import type { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { Hold } from "#domain/billing/claims/hold.ts";
import type { DayReleaseQuestion, DayWords } from "#web/billing/claims/day-words.ts";
import { FileBy } from "#web/billing/claims/file-by.tsx";
import { HoldActs, HoldAge, useReleaseQuestion } from "#web/billing/claims/hold-parts.tsx";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwner } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import type { useTablePages } from "#web/ui/use-table-pages.ts";

/** Where the hold is looked at: its claim, or the held days of its person; where it is of one alone, that stands open. */
const homeOf = ({ claimId, enrollmentId, fromDate, patient, count }: Hold): string => {
  if (claimId !== null) return paths.claim(claimId);
  const days = `${paths.chargesOf(patient.id)}&days.state=held`;
  return count === 1 ? `${days}&of=${enrollmentId}&day=${fromDate}` : days;
};

/** Whether it is a hold of the claim itself, which is ended there. */
const isOfClaim = (hold: Hold): hold is Hold & { readonly claimId: string } =>
  hold.claimId !== null && hold.dayChargeId === null;

/** Of several days together, what one of them comes to is not said of all. */
const withoutAmounts = ({ code, values, count }: Hold) => {
  const { claimedCents: _, nowCents: __, ...rest } = values;
  return { code, values: count > 1 ? rest : values };
};

interface HoldsTableProps {
  readonly holds: readonly Hold[];
  readonly pages: ReturnType<typeof useTablePages<typeof listHolds>>["table"];
  readonly dayWords: DayWords;
  readonly dayRelease: DayReleaseQuestion;
  readonly tools: ReactNode;
  /** Words of the address that narrow the list. */
  readonly narrowing: readonly string[];
}

/** A day may go without an authorization on somebody's word; several are looked at one by one. */
const BillWithout = (props: {
  readonly hold: Hold;
  readonly dayRelease: DayReleaseQuestion;
}): ReactNode => {
  const { hold, dayRelease } = props;
  const mayManage = useCan("claims:manage");
  const { code, enrollmentId, fromDate, count } = hold;
  if (!mayManage || hold.claimId !== null || !dayRelease.mayRelease(code)) return null;
  if (count > 1)
    return (
      <Button size="small" to={homeOf(hold)}>
        <Trans>See the days</Trans>
      </Button>
    );
  return (
    <Button
      size="small"
      onPress={() => dayRelease.ask({ enrollmentId, serviceDate: fromDate, code })}
    >
      <Trans>Bill without it</Trans>
    </Button>
  );
};

const useColumns = ({
  dayWords,
  dayRelease,
  onRelease,
}: Pick<HoldsTableProps, "dayWords" | "dayRelease"> & {
  readonly onRelease: (hold: Hold) => void;
}): readonly Column<Hold>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const ofClaim = useClaimHolds();
  const said = (hold: Hold) =>
    ofClaim(hold.code, hold.values) ?? dayWords.hold(withoutAmounts(hold));
  const owner = (hold: Hold): string => sayOwner(i18n, hold);
  const mend = (hold: Hold): ReactNode => {
    const who = owner(hold);
    return (
      <>
        {said(hold)?.mend} <Trans>Waits for {who}.</Trans>
      </>
    );
  };
  const daysOf = ({ fromDate, throughDate, count }: Hold): ReactNode => (
    <>
      {saySpan(fromDate, throughDate)}
      {count > 1 && (
        <>
          , <Plural value={count} one="#\u00a0day" other="#\u00a0days" />
        </>
      )}
    </>
  );
  return [
    {
      key: "person",
      head: one,
      sortable: true,
      value: (hold) => hold.patient.name,
      cell: (hold) => <SecondLine below={daysOf(hold)}>{hold.patient.name}</SecondLine>,
    },
    {
      key: "days",
      head: t`Days`,
      cell: daysOf,
      csv: ({ fromDate, throughDate }) => `${fromDate} to ${throughDate}`,
      onlyCsv: true,
    },
    {
      key: "why",
      head: t`Why, and what ends it`,
      cell: (hold) => (
        <SecondLine below={mend(hold)}>{said(hold)?.sentence ?? hold.code}</SecondLine>
      ),
      csv: (hold) => said(hold)?.sentence ?? hold.code,
    },
    {
      key: "payer",
      head: t`Payer`,
      sortable: true,
      value: (hold) => hold.payerName,
      cell: ({ payerName, fileBy }) => (
        <SecondLine below={fileBy !== null && <FileBy day={fileBy} />}>{payerName}</SecondLine>
      ),
      csv: ({ payerName }) => payerName,
      hideBelow: "tablet",
    },
    {
      key: "filing",
      head: t`File by`,
      cell: () => null,
      csv: ({ fileBy }) => fileBy,
      onlyCsv: true,
    },
    { key: "owner", head: t`Waits for`, cell: owner, csv: owner, onlyCsv: true },
    {
      key: "asked",
      head: t`Asked by`,
      cell: () => null,
      csv: ({ waitsFor }) => waitsFor?.asked?.by ?? null,
      onlyCsv: true,
    },
    {
      key: "total",
      head: t`Amount`,
      sortable: true,
      value: (hold) => hold.totalCents,
      cell: ({ code, totalCents }) =>
        isUnpriced(code, totalCents) ? <Trans>unpriced</Trans> : sayMoney(totalCents),
      csv: ({ code, totalCents }) =>
        isUnpriced(code, totalCents) ? null : (totalCents / 100).toFixed(2),
      figures: true,
    },
    {
      key: "since",
      head: t`Since`,
      sortable: true,
      value: (hold) => hold.raisedAt,
      cell: (hold) => <HoldAge raisedAt={hold.raisedAt} />,
    },
    {
      key: "act",
      head: t`Act`,
      cell: (hold) => (
        <CellItems>
          <HoldActs hold={hold} dayWords={dayWords} onRelease={onRelease} />
          <BillWithout hold={hold} dayRelease={dayRelease} />
          {isOfClaim(hold) && (
            <Button size="small" to={paths.claim(hold.claimId)}>
              <Trans>Open the claim</Trans>
            </Button>
          )}
        </CellItems>
      ),
    },
  ];
};

/** What waits, the longest first if not asked otherwise: why, since when, for whom, and where it is ended. */
export const HoldsTable = (props: HoldsTableProps): ReactNode => {
  const { t } = useLingui();
  const release = useReleaseQuestion();
  return (
    <>
      <DataTable
        {...props.pages}
        label={t`What waits`}
        rows={props.holds}
        columns={useColumns({ ...props, onRelease: release.ask })}
        rowKey={({ id, dayChargeId, code, values }) =>
          `${id ?? dayChargeId} ${code} ${values["sessionId"] ?? ""}`
        }
        rowLink={homeOf}
        findLabel={t`Find by name or payer`}
        tools={props.tools}
        alsoNarrowing={props.narrowing}
        list="holds"
        patientOf={({ patient }) => patient.id}
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
      {release.question}
      {props.dayRelease.question}
    </>
  );
};

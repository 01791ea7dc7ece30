import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCoverageGaps } from "#domain/reporting/coverage-gap.api.ts";
import { gapCodes, type CoverageGap } from "#domain/reporting/coverage-gap.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { GapAct, GapClock } from "#web/reporting/gap-rows.tsx";
import { gapWords } from "#web/reporting/gap-words.ts";
import { namesOf } from "#web/reporting/names-of.ts";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";

/** Without a policy nobody has a price yet; what only ends soon keeps nothing back. */
const sayAmount = ({ code, days, cents }: CoverageGap): ReactNode => {
  if (days === 0 || cents === null) return null;
  return code === "no-coverage" ? <Trans>unpriced</Trans> : sayMoney(cents);
};

const useColumns = (): readonly Column<CoverageGap>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const owner = (gap: CoverageGap): string => sayOwnerRole(i18n, gap.owner);
  const why = ({ code }: CoverageGap): string => i18n._(gapWords[code].sentence);
  const maySeeCharges = useCan("charges:read");
  const amount: Column<CoverageGap> = {
    key: "amount",
    head: t`Amount`,
    value: ({ cents }) => cents,
    cell: sayAmount,
    csv: ({ cents }) => (cents === null ? null : (cents / 100).toFixed(2)),
    figures: true,
    hideBelow: "tablet",
  };
  return [
    {
      key: "name",
      head: one,
      value: ({ name }) => name,
      cell: ({ name, payerName }) => <SecondLine below={payerName}>{name}</SecondLine>,
    },
    {
      key: "payer",
      head: t`Payer`,
      cell: ({ payerName }) => payerName,
      csv: ({ payerName }) => payerName ?? "",
      onlyCsv: true,
    },
    {
      key: "why",
      head: t`Why`,
      value: why,
      cell: (gap) => {
        const who = owner(gap);
        return <SecondLine below={<Trans>Waits for {who}.</Trans>}>{why(gap)}</SecondLine>;
      },
      csv: why,
    },
    {
      key: "days",
      head: t`Days that wait`,
      value: ({ days }) => days,
      cell: ({ days }) => (days === 0 ? null : days),
      csv: ({ days }) => days,
      figures: true,
      hideBelow: "tablet",
    },
    ...(maySeeCharges ? [amount] : []),
    {
      key: "through",
      head: t`Until`,
      value: ({ through }) => through,
      cell: ({ through }) => sayDate(through),
      hideBelow: "desk",
    },
    {
      key: "since",
      head: t`Clock`,
      value: ({ days, from, through }) => (days === 0 ? through : from),
      cell: (gap) => <GapClock gap={gap} />,
    },
    { key: "act", head: t`Act`, cell: (gap) => <GapAct gap={gap} /> },
  ];
};

const useFilters = (rows: readonly CoverageGap[]): readonly Filter<CoverageGap>[] => {
  const { t, i18n } = useLingui();
  const owners = [...new Set(rows.map(({ owner }) => owner))];
  return [
    {
      key: "code",
      label: t`Why`,
      choices: gapCodes
        .filter((code) => rows.some((gap) => gap.code === code))
        .map((code) => ({ value: code, label: i18n._(gapWords[code].name) })),
      of: ({ code }: CoverageGap) => code,
    },
    {
      key: "owner",
      label: t`Waits for`,
      choices: owners.map((owner) => ({ value: owner, label: sayOwnerRole(i18n, owner) })),
      of: ({ owner }: CoverageGap) => owner,
    },
    {
      key: "payer",
      label: t`Payer`,
      choices: namesOf(rows, ({ payerName }) => payerName),
      of: ({ payerName }: CoverageGap) => payerName ?? "",
    },
  ].filter(({ choices }) => choices.length > 1);
};

const Table = (props: { readonly rows: readonly CoverageGap[] }): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  return (
    <DataTable
      name="gaps"
      label={t`Coverage to mend`}
      rows={rows}
      columns={useColumns()}
      rowKey={({ patientId, code, payerName, from }) => `${patientId} ${code} ${payerName} ${from}`}
      rowLink={({ patientId }) => paths.patientCoverage(patientId)}
      findLabel={t`Find by name or payer`}
      find={({ name, payerName }) => `${name} ${payerName ?? ""}`}
      filters={useFilters(rows)}
      list="coverage-gaps"
      patientOf={({ patientId }) => patientId}
      empty={
        <EmptyState>
          <Trans>
            Every day is covered, and no authorization ends within a week. Days are looked at each
            night.
          </Trans>
        </EmptyState>
      }
    />
  );
};

/** Whose days no policy covers or no payer allowed, and whose authorization ends soon: the longest waiting first. */
export const CoverageGapsScreen = (): ReactNode => {
  const { t } = useLingui();
  const read = useRead(
    listCoverageGaps,
    {},
    { alsoOn: ["coverage", "authorization", "day-charge", "enrollment"] },
  );
  return (
    <Screen
      title={t`Coverage to mend`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={t`Days that no policy covers or no payer allowed, the longest waiting first, then authorizations that end within seven days. It holds the bill, never the care.`}
    >
      <Loaded read={read}>
        {({ rows }) => (
          <Card
            flush
            title={<Trans>Who</Trans>}
            aside={<Plural value={rows.length} one="# to mend" other="# to mend" />}
          >
            <Table rows={rows} />
          </Card>
        )}
      </Loaded>
    </Screen>
  );
};

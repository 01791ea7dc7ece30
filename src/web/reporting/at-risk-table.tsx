import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AtRisk } from "#domain/reporting/at-risk.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { namesOf } from "#web/reporting/names-of.ts";
import { RiskMark } from "#web/reporting/risk-rows.tsx";
import { sinceOf, useSayReason } from "#web/reporting/use-say-reason.ts";
import { Button } from "#web/ui/button.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

const firstSince = ({ reasons }: AtRisk): string => reasons.map(sinceOf).toSorted()[0] ?? "";

const useColumns = (): readonly Column<AtRisk>[] => {
  const { t } = useLingui();
  const { one } = usePatientWords();
  const say = useSayReason();
  const why = ({ reasons }: AtRisk): string => reasons.map(say).join(" · ");
  return [
    {
      key: "name",
      head: one,
      value: (person) => person.name,
      cell: (person) => <SecondLine below={person.trackName}>{person.name}</SecondLine>,
    },
    {
      key: "track",
      head: t`Track`,
      cell: (person) => person.trackName,
      csv: (person) => person.trackName,
      onlyCsv: true,
    },
    {
      key: "why",
      head: t`Why`,
      value: (person) => person.reasons.length,
      cell: (person) => (
        <SecondLine below={why(person)}>
          <CellItems>
            {person.reasons.map((reason) => (
              <RiskMark key={reason.code} reason={reason} />
            ))}
          </CellItems>
        </SecondLine>
      ),
      csv: why,
    },
    {
      key: "since",
      head: t`Since`,
      value: firstSince,
      cell: (person) => <Time at={firstSince(person)} as="day" />,
      hideBelow: "tablet",
    },
    {
      key: "therapist",
      head: t`Therapist`,
      value: (person) => person.therapistName,
      cell: (person) => person.therapistName,
      hideBelow: "tablet",
    },
  ];
};

const useFilters = (rows: readonly AtRisk[]): readonly Filter<AtRisk>[] => {
  const { t } = useLingui();
  const filters: readonly Filter<AtRisk>[] = [
    {
      key: "track",
      label: t`Track`,
      choices: namesOf(rows, ({ trackName }) => trackName),
      of: ({ trackName }) => trackName,
    },
    {
      key: "therapist",
      label: t`Therapist`,
      choices: namesOf(rows, ({ therapistName }) => therapistName),
      of: ({ therapistName }) => therapistName ?? "",
    },
  ];
  return filters.filter(({ choices }) => choices.length > 1);
};

/** People worth a look, the most pressing first if not asked otherwise. */
export const AtRiskTable = (props: { readonly rows: readonly AtRisk[] }): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  return (
    <DataTable
      name="people"
      label={t`Worth a look`}
      rows={rows}
      columns={useColumns()}
      rowKey={(person) => person.enrollmentId}
      rowLink={(person) => paths.patient(person.patientId)}
      findLabel={t`Find by name`}
      find={(person) => person.name}
      filters={useFilters(rows)}
      list="at-risk"
      patientOf={(person) => person.patientId}
      empty={
        <EmptyState
          action={
            <Button to={paths.hours}>
              <Trans>Hours of the week</Trans>
            </Button>
          }
        >
          <Trans>
            Nobody stands out. Scores and attendance are looked at with each answer and session.
          </Trans>
        </EmptyState>
      }
    />
  );
};

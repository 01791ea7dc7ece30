import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { EndReason } from "#domain/admissions/admission-terms.ts";
import type { CensusPart, CensusRow } from "#domain/reporting/census.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { namesOf } from "#web/reporting/names-of.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

/** The words for why a stay ended are those of the chart; whoever shows a census hands them in. */
export type EndWords = Readonly<Record<EndReason, MessageDescriptor>>;

const useColumns = (part: CensusPart, endWords: EndWords): readonly Column<CensusRow>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const left: Column<CensusRow> = {
    key: "left",
    head: t`Last day`,
    value: ({ endedOn }) => endedOn ?? "",
    cell: ({ endedOn }) => endedOn !== null && <Time at={endedOn} as="day" />,
  };
  const sayEnd = ({ endReason }: CensusRow): string =>
    endReason === null ? "" : i18n._(endWords[endReason]);
  const ended: Column<CensusRow> = {
    key: "ended",
    head: t`How it ended`,
    value: sayEnd,
    cell: sayEnd,
  };
  return [
    {
      key: "name",
      head: one,
      value: ({ name }) => name,
      cell: ({ name, levelName }) => <SecondLine below={levelName}>{name}</SecondLine>,
    },
    {
      key: "level",
      head: t`Level of care`,
      cell: ({ levelName }) => levelName,
      csv: ({ levelName }) => levelName,
      onlyCsv: true,
    },
    {
      key: "track",
      head: t`Program`,
      value: ({ programName, trackName }) => `${programName} ${trackName}`,
      cell: ({ programName, trackName }) => (
        <SecondLine below={trackName}>{programName}</SecondLine>
      ),
      hideBelow: "tablet",
    },
    {
      key: "since",
      head: t`First day`,
      value: ({ admittedOn }) => admittedOn,
      cell: ({ admittedOn }) => <Time at={admittedOn} as="day" />,
    },
    ...(part === "left" ? [left, ended] : []),
    {
      key: "week",
      head: part === "left" ? t`Weeks of care` : t`Week of care`,
      value: ({ week }) => week,
      cell: ({ week }) => week,
      figures: true,
    },
    {
      key: "therapist",
      head: t`Therapist`,
      value: ({ therapistName }) => therapistName,
      cell: ({ therapistName }) => therapistName,
      hideBelow: part === "left" ? "desk" : "tablet",
    },
  ];
};

const useFilters = (rows: readonly CensusRow[]): readonly Filter<CensusRow>[] => {
  const { t } = useLingui();
  const filters: readonly Filter<CensusRow>[] = [
    {
      key: "program",
      label: t`Program`,
      choices: namesOf(rows, ({ programName }) => programName),
      of: ({ programName }) => programName,
    },
    {
      key: "track",
      label: t`Track`,
      choices: namesOf(rows, ({ trackName }) => trackName),
      of: ({ trackName }) => trackName,
    },
    {
      key: "level",
      label: t`Level of care`,
      choices: namesOf(rows, ({ levelName }) => levelName),
      of: ({ levelName }) => levelName,
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

const Nobody = (props: { readonly part: CensusPart }): ReactNode => {
  const mayAdmit = useCan("enrollments:manage");
  if (props.part === "left")
    return (
      <EmptyState>
        <Trans>Nobody was discharged in this week. Choose another week above.</Trans>
      </EmptyState>
    );
  const find = mayAdmit && (
    <Button to={paths.patients}>
      <Trans>Find somebody to admit</Trans>
    </Button>
  );
  return (
    <EmptyState action={find}>
      {props.part === "in-care" ? (
        <Trans>Nobody is in care. Register somebody, then admit them from their chart.</Trans>
      ) : (
        <Trans>Nobody was admitted in this week.</Trans>
      )}
    </EmptyState>
  );
};

/** Stays by name: program, first day, week of care and therapist. */
export const CensusTable = (props: {
  readonly rows: readonly CensusRow[];
  readonly part: CensusPart;
  /** The day the stays are looked at. */
  readonly on: string;
  readonly endWords: EndWords;
}): ReactNode => {
  const { t } = useLingui();
  const { rows, part } = props;
  return (
    <DataTable
      name="census"
      label={t`Census`}
      rows={rows}
      columns={useColumns(part, props.endWords)}
      rowKey={({ enrollmentId }) => enrollmentId}
      rowLink={({ patientId }) => paths.patient(patientId)}
      findLabel={t`Find by name`}
      find={({ name }) => name}
      filters={useFilters(rows)}
      list="census"
      listDay={props.on}
      patientOf={({ patientId }) => patientId}
      empty={<Nobody part={part} />}
    />
  );
};

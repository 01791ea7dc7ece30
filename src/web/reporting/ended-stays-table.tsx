import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endReasons } from "#domain/admissions/admission-terms.ts";
import { daysOfStay, type EndedStay } from "#domain/reporting/ended-stay.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import type { EndWords } from "#web/reporting/census-table.tsx";
import { endedTable, endsOf, placeOf } from "#web/reporting/ended-filters.ts";
import { namesOf } from "#web/reporting/names-of.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { Time } from "#web/ui/time.tsx";

const daysOfWeek = 7;

const useColumns = (endWords: EndWords): readonly Column<EndedStay>[] => {
  const { t, i18n } = useLingui();
  const { one } = usePatientWords();
  const sayEnd = ({ endReason }: EndedStay): string =>
    endReason === null ? "" : i18n._(endWords[endReason]);
  return [
    {
      key: "name",
      head: one,
      value: ({ name }) => name,
      cell: ({ name, levelName }) => <SecondLine below={levelName}>{name}</SecondLine>,
    },
    { key: "level", head: t`Level of care`, cell: () => null, csv: placeOf.level, onlyCsv: true },
    { key: "site", head: t`Site`, cell: () => null, csv: placeOf.site, onlyCsv: true },
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
    {
      key: "last",
      head: t`Last day`,
      value: ({ endedOn }) => endedOn,
      cell: ({ endedOn }) => <Time at={endedOn} as="day" />,
    },
    { key: "days", head: t`Days of care`, value: daysOfStay, cell: daysOfStay, figures: true },
    {
      key: "weeks",
      head: t`Weeks of care`,
      cell: () => null,
      csv: (row) => Math.ceil(daysOfStay(row) / daysOfWeek),
      onlyCsv: true,
    },
    { key: "ended", head: t`How it ended`, value: sayEnd, cell: sayEnd },
    {
      key: "therapist",
      head: t`Therapist`,
      value: ({ therapistName }) => therapistName,
      cell: ({ therapistName }) => therapistName,
      hideBelow: "desk",
    },
  ];
};

const useFilters = (
  rows: readonly EndedStay[],
  endWords: EndWords,
): readonly Filter<EndedStay>[] => {
  const { t, i18n } = useLingui();
  const { filter } = useTableState(endedTable);
  const labels = {
    site: t`Site`,
    program: t`Program`,
    track: t`Track`,
    level: t`Level of care`,
    therapist: t`Therapist`,
  };
  const places = (["site", "program", "track", "level", "therapist"] as const).map((key) => ({
    key,
    label: labels[key],
    choices: namesOf(rows, placeOf[key]),
    of: placeOf[key],
  }));
  const there = new Set(rows.flatMap(endsOf));
  const ends = endReasons
    .filter((reason) => there.has(reason))
    .map((reason) => ({ value: reason, label: i18n._(endWords[reason]) }));
  return [
    // What is chosen stays among them, so that it can be taken off where no other is left to choose.
    ...places.filter(({ key, choices }) => choices.length > 1 || filter(key) !== ""),
    {
      key: "how",
      label: t`How it ended`,
      choices: [{ value: "early", label: t`Left early (against advice, no contact)` }, ...ends],
      of: endsOf,
    },
  ];
};

/** Stays that ended, the latest first: how long each was, and how it ended. */
export const EndedStaysTable = (props: {
  readonly rows: readonly EndedStay[];
  /** The last day that is looked at. */
  readonly on: string;
  readonly endWords: EndWords;
}): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  return (
    <DataTable
      name={endedTable}
      label={t`Stays that ended`}
      rows={rows}
      columns={useColumns(props.endWords)}
      rowKey={({ enrollmentId }) => enrollmentId}
      rowLink={({ patientId }) => paths.patient(patientId)}
      findLabel={t`Find by name`}
      find={({ name }) => name}
      filters={useFilters(rows, props.endWords)}
      list="ended-stays"
      listDay={props.on}
      patientOf={({ patientId }) => patientId}
      empty={
        <EmptyState>
          <Trans>No stay ended in these days. Choose an earlier first day above.</Trans>
        </EmptyState>
      }
    />
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  comparedWeeks,
  earlierWeeks,
  sumOfWeeks,
  weeksWorthAColumn,
  type GroupAttendanceRow,
} from "#domain/reporting/group-attendance.ts";
import { attendanceShare, plannedSeats } from "#domain/reporting/program-figures.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayMonthDay } from "#web/platform/dates.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { sayAttended } from "#web/reporting/attendance-columns.tsx";
import { namesOf } from "#web/reporting/names-of.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

export const rowKeyOf = ({ seriesId }: GroupAttendanceRow): string => seriesId ?? "none";

const allOf = ({ weeks }: GroupAttendanceRow) => sumOfWeeks(weeks);

export const useSayGroup = (): ((row: GroupAttendanceRow) => string) => {
  const { t } = useLingui();
  return ({ name }) => name ?? t`Individual and single sessions`;
};

const useFileColumns = (): readonly Column<GroupAttendanceRow>[] => {
  const { t } = useLingui();
  const column = (
    key: string,
    head: string,
    csv: (row: GroupAttendanceRow) => number,
  ): Column<GroupAttendanceRow> => ({ key, head, csv, cell: () => null, onlyCsv: true });
  return [
    column("sessions", t`Sessions held`, (row) => allOf(row).sessions),
    column("planned", t`Seats planned`, (row) => plannedSeats(allOf(row))),
    column("attended", t`Seats taken`, (row) => allOf(row).attended),
    column("unmarked", t`Not marked`, (row) => allOf(row).unmarked),
    column("calledOff", t`Called off`, (row) => allOf(row).calledOff),
  ];
};

const useColumns = (rows: readonly GroupAttendanceRow[]): readonly Column<GroupAttendanceRow>[] => {
  const { t } = useLingui();
  const say = useSayGroup();
  // A column for each of twelve weeks is wider than a screen: the first ones stand together, and the file holds each.
  const earlier = earlierWeeks(rows[0]?.weeks ?? []);
  const together = (startsOn: string): Column<GroupAttendanceRow> => {
    const [first, last] = [sayMonthDay(earlier[0]?.startsOn ?? startsOn), sayMonthDay(startsOn)];
    return {
      key: "earlier",
      head: first === last ? first : t`${first} to ${last}`,
      cell: (row) => sayAttended(sumOfWeeks(earlierWeeks(row.weeks))),
      figures: true,
      hideBelow: "desk",
    };
  };
  const ofWeek = (startsOn: string, place: number): Column<GroupAttendanceRow> => ({
    key: startsOn,
    onlyCsv: place < earlier.length,
    head: sayMonthDay(startsOn),
    cell: (row) => row.weeks[place] && sayAttended(row.weeks[place]),
    csv: (row) => (row.weeks[place] ? sayAttended(row.weeks[place]) : null),
    figures: true,
    hideBelow: "desk",
  });
  const figure = (key: "excused" | "absent", head: string): Column<GroupAttendanceRow> => ({
    key,
    head,
    value: (row) => allOf(row)[key],
    cell: (row) => sayCount(allOf(row)[key]),
    figures: true,
    hideBelow: "tablet",
  });
  return [
    {
      key: "group",
      head: t`Group`,
      value: say,
      cell: (row) => <SecondLine below={row.programName}>{say(row)}</SecondLine>,
    },
    ...earlier.slice(-1).map(({ startsOn }) => together(startsOn)),
    ...weeksWorthAColumn(rows).map(ofWeek),
    ...useFileColumns(),
    figure("excused", t`Excused`),
    figure("absent", t`Missed`),
    {
      key: "latest",
      head: t`Last four`,
      value: (row) => attendanceShare(sumOfWeeks(comparedWeeks(row.weeks).latest)),
      cell: (row) => <Latest row={row} />,
      csv: (row) => sayAttended(sumOfWeeks(comparedWeeks(row.weeks).latest)),
      figures: true,
    },
    {
      key: "share",
      head: t`Attended`,
      value: (row) => attendanceShare(allOf(row)),
      cell: (row) => <Share row={row} />,
      csv: (row) => sayAttended(allOf(row)),
      figures: true,
    },
  ];
};

const Latest = ({ row }: { readonly row: GroupAttendanceRow }): ReactNode => {
  const { latest, before } = comparedWeeks(row.weeks);
  const then = sayAttended(sumOfWeeks(before));
  return (
    <SecondLine below={<Trans>before: {then}</Trans>}>{sayAttended(sumOfWeeks(latest))}</SecondLine>
  );
};

const Share = ({ row }: { readonly row: GroupAttendanceRow }): ReactNode => {
  const all = allOf(row);
  const [attended, planned] = [sayCount(all.attended), sayCount(plannedSeats(all))];
  return (
    <SecondLine
      below={
        <Trans>
          {attended} of {planned}
        </Trans>
      }
    >
      <strong>{sayAttended(all)}</strong>
    </SecondLine>
  );
};

/** The groups by name, each week's share, and what the weeks come to. */
export const GroupAttendanceTable = (props: {
  readonly rows: readonly GroupAttendanceRow[];
}): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  const say = useSayGroup();
  const { path, search } = useAddress();
  const linkTo = (row: GroupAttendanceRow): string => {
    const next = new URLSearchParams(search);
    next.set("group", rowKeyOf(row));
    return `${path}?${next.toString()}`;
  };
  return (
    <DataTable
      name="groups"
      label={t`Attendance by group`}
      rows={rows}
      columns={useColumns(rows)}
      rowKey={rowKeyOf}
      rowLink={linkTo}
      findLabel={t`Find a group`}
      find={say}
      filters={[
        {
          key: "program",
          label: t`Program`,
          choices: namesOf(rows, ({ programName }) => programName),
          of: ({ programName }) => programName ?? "",
        },
      ]}
      list="group-attendance"
      empty={
        <EmptyState
          action={
            <Button to={paths.seriesList}>
              <Trans>Weekly groups</Trans>
            </Button>
          }
        >
          <Trans>No session was held in these twelve weeks. Plan a weekly group first.</Trans>
        </EmptyState>
      }
    />
  );
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { floorMinutesOf, isWholeWeek, surplusMinutesOf } from "#domain/scheduling/hours.ts";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { HoursStandingChip, TwoSeatsChip } from "#web/scheduling/hours-standing.tsx";
import { sayBesideStanding } from "#web/scheduling/hours-notes.ts";
import { partWordsOf } from "#web/scheduling/hours-words.ts";
import { DayHours } from "#web/ui/day-hours.tsx";
import { HoursBar } from "#web/ui/hours-bar.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** `Mon 16`. */
const dayHead = (date: string): string =>
  `${sayDate(date).split(" ", 1)[0] ?? ""} ${Number(date.slice(8))}`;

const OfRequired = (props: { readonly row: HoursRow }): ReactNode => {
  const credited = sayClockLength(props.row.creditedMinutes);
  const floor = floorMinutesOf(props.row);
  const required = sayClockLength(floor ?? 0);
  return (
    <SecondLine below={props.row.rule?.name}>
      {floor === null ? (
        <Trans>
          <strong>{credited}</strong> h
        </Trans>
      ) : (
        <Trans>
          <strong>{credited}</strong> of {required} h
        </Trans>
      )}
    </SecondLine>
  );
};

const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** What the bar and the lines below say on the screen, each in a column of its own for a file. */
const useFileColumns = (): readonly Column<HoursRow>[] => {
  const { t } = useLingui();
  const column = (
    key: string,
    head: string,
    csv: NonNullable<Column<HoursRow>["csv"]>,
  ): Column<HoursRow> => ({ key, head, csv, cell: () => null, onlyCsv: true });
  return [
    column("program", t`Program`, (row) => row.programName),
    column("track", t`Track`, (row) => row.trackName),
    column("level", t`Level of care`, (row) => row.levelName),
    column("from", t`Week from`, (row) => row.startsOn),
    column("week", t`Week of care`, (row) => row.week),
    column("credited", t`Credited, hours`, (row) => hoursOf(row.creditedMinutes)),
    column("booked", t`Booked, hours`, (row) => hoursOf(row.bookedMinutes)),
    column("missing", t`Missing of a whole week, hours`, (row) =>
      isWholeWeek(row) ? hoursOf(row.shortMinutes) : null,
    ),
    column("required", t`Required of a whole week, hours`, (row) =>
      isWholeWeek(row) && row.rule !== null ? hoursOf(row.rule.floorMinutes) : null,
    ),
    column("rule", t`Rule`, ({ rule }) => rule?.name ?? null),
  ];
};

/** The columns of the board: who, seven days, the bar, the figures, the forecast. */
export const useHoursColumns = (
  days: readonly string[],
  scaleMinutes: number,
  isOver: boolean,
): readonly Column<HoursRow>[] => {
  const { t, i18n } = useLingui();
  const ofDay = (date: string): Column<HoursRow> => ({
    key: date,
    head: dayHead(date),
    cell: (row) => {
      const day = row.days.find((one) => one.date === date);
      return (
        <DayHours
          {...(day ?? {
            creditedMinutes: 0,
            bookedMinutes: 0,
            missed: 0,
            excused: 0,
            isPart: false,
          })}
        />
      );
    },
    csv: (row) => {
      const day = row.days.find((one) => one.date === date);
      if (day === undefined || day.creditedMinutes > 0) return hoursOf(day?.creditedMinutes ?? 0);
      if (day.missed > 0) return t`missed`;
      return day.excused > 0 ? t`excused` : 0;
    },
    hideBelow: "desk",
  });
  const week = (row: HoursRow): string => {
    const { week: number } = row;
    return t`${row.trackName}, week ${number}`;
  };
  return [
    {
      key: "name",
      head: t`Name`,
      value: (row) => row.name,
      cell: (row) => <SecondLine below={week(row)}>{row.name}</SecondLine>,
    },
    ...days.map(ofDay),
    {
      key: "bar",
      head: isOver ? t`Week, credited` : t`Week, credited and booked`,
      cell: (row) => (
        <HoursBar
          creditedMinutes={row.creditedMinutes}
          bookedMinutes={row.bookedMinutes}
          requiredMinutes={row.rule?.floorMinutes ?? null}
          scaleMinutes={scaleMinutes}
        />
      ),
    },
    ...useFileColumns(),
    {
      key: "hours",
      head: t`Of required`,
      value: (row) => row.creditedMinutes,
      csv: ({ rule }) => rule && hoursOf(rule.floorMinutes),
      cell: (row) => <OfRequired row={row} />,
      figures: true,
    },
    {
      key: "forecast",
      head: isOver ? t`How it ended` : t`Forecast`,
      value: surplusMinutesOf,
      csv: (row) => i18n._(partWordsOf(isOver)[row.standing]),
      cell: (row) => (
        <SecondLine below={sayBesideStanding(row, isOver)}>
          <HoursStandingChip row={row} /> <TwoSeatsChip row={row} />
        </SecondLine>
      ),
    },
  ];
};

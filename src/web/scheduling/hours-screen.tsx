import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listHours, type HoursRow } from "#domain/scheduling/hours.api.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { addDays, hoursOf, mondayOf, weekFrom } from "#web/scheduling/days.ts";
import { standingWords, varianceWords } from "#web/scheduling/schedule-words.ts";
import { useToday } from "#web/scheduling/use-today.ts";
import { WeekSteps } from "#web/scheduling/week-steps.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { DayHours } from "#web/ui/day-hours.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { HoursBar } from "#web/ui/hours-bar.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

const Standing = (props: { readonly row: HoursRow }): ReactNode => {
  const { i18n } = useLingui();
  const { row } = props;
  const { words, meaning } = standingWords[row.standing];
  const short = hoursOf(row.shortMinutes);
  if (row.standing === "short")
    return (
      <Chip meaning="short">
        <Trans>Short {short} h</Trans>
      </Chip>
    );
  const variance = varianceWords[row.variance ?? ""];
  const said = row.standing === "variance" && variance !== undefined ? variance : words;
  return meaning === undefined ? (
    <Chip>{i18n._(said)}</Chip>
  ) : (
    <Chip meaning={meaning}>{i18n._(said)}</Chip>
  );
};

const OfRequired = (props: { readonly row: HoursRow }): ReactNode => {
  const credited = hoursOf(props.row.creditedMinutes);
  const required = hoursOf(props.row.rule?.floorMinutes ?? 0);
  return (
    <SecondLine below={props.row.rule?.name}>
      <Trans>
        {credited} of {required} h
      </Trans>
    </SecondLine>
  );
};

const useColumns = (days: readonly string[], scaleMinutes: number): readonly Column<HoursRow>[] => {
  const { t } = useLingui();
  const ofDay = (date: string): Column<HoursRow> => ({
    key: date,
    head: sayDate(date).split(" ")[0] ?? date,
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
    csv: (row) => hoursOf(row.days.find((one) => one.date === date)?.creditedMinutes ?? 0),
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
      head: t`Week, credited and booked`,
      cell: (row) => (
        <HoursBar
          creditedMinutes={row.creditedMinutes}
          bookedMinutes={row.bookedMinutes}
          requiredMinutes={row.rule?.floorMinutes ?? null}
          scaleMinutes={scaleMinutes}
        />
      ),
      csv: (row) => hoursOf(row.bookedMinutes),
      hideBelow: "tablet",
    },
    {
      key: "hours",
      head: t`Of required`,
      value: (row) => row.creditedMinutes,
      cell: (row) => <OfRequired row={row} />,
    },
    {
      key: "forecast",
      head: t`Forecast`,
      value: (row) => -row.shortMinutes,
      cell: (row) => <Standing row={row} />,
    },
  ];
};

const sum = (rows: readonly HoursRow[], of: (row: HoursRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const Figures = (props: { readonly rows: readonly HoursRow[] }): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  const required = hoursOf(sum(rows, (row) => row.rule?.floorMinutes ?? 0));
  const short = rows.filter((row) => row.standing === "short");
  const missing = hoursOf(sum(short, (row) => row.shortMinutes));
  const people = rows.length;
  return (
    <FigureStrip
      label={t`The week in figures`}
      figures={[
        {
          name: t`Credited so far`,
          figure: hoursOf(sum(rows, (row) => row.creditedMinutes)),
          detail: t`of ${required} h required`,
        },
        {
          name: t`Reached or on course`,
          figure: rows.filter((row) => row.standing === "met" || row.standing === "on-course")
            .length,
          detail: t`of ${people}`,
        },
        { name: t`Will fall short`, figure: short.length, detail: t`missing ${missing} h` },
        {
          name: t`Not a whole week`,
          figure: rows.filter((row) => row.standing === "variance").length,
          detail: t`first, last, or closed`,
        },
      ]}
    />
  );
};

const Board = (props: { readonly rows: readonly HoursRow[]; readonly from: string }): ReactNode => {
  const { t, i18n } = useLingui();
  const { rows } = props;
  const scale = Math.max(
    600,
    ...rows.map((row) => row.creditedMinutes + row.bookedMinutes),
    ...rows.map((row) => row.rule?.floorMinutes ?? 0),
  );
  const columns = useColumns(weekFrom(props.from), scale);
  const programs = new Map(rows.map((row) => [row.programId, row.programName]));
  return (
    <Columns>
      <Figures rows={rows} />
      <Card flush>
        <DataTable
          name="hours"
          label={t`Hours of the week`}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.enrollmentId}
          rowLink={(row) => paths.patient(row.patientId)}
          findLabel={t`Find by name`}
          find={(row) => row.name}
          filters={[
            {
              key: "program",
              label: t`Program`,
              choices: [...programs].map(([value, label]) => ({ value, label })),
              of: (row) => row.programId,
            },
            {
              key: "standing",
              label: t`Forecast`,
              choices: Object.entries(standingWords).map(([value, { words }]) => ({
                value,
                label: i18n._(words),
              })),
              of: (row) => row.standing,
            },
          ]}
          csvName="hours"
          empty={
            <EmptyState>
              <Trans>Nobody was in care in this week.</Trans>
            </EmptyState>
          }
        />
      </Card>
    </Columns>
  );
};

/** Everybody's hours of a week against the floor of their level, whoever will fall short first. */
export const HoursScreen = (): ReactNode => {
  const { t } = useLingui();
  const [week, setWeek] = useSearchWord("week");
  const today = useToday();
  const from = mondayOf(week === "" ? today : week);
  const read = useRead(listHours, week === "" ? {} : { on: addDays(from, 6) }, {
    keepWhileLoading: true,
    alsoOn: ["session", "attendance", "membership"],
  });
  const [begin, end] = [sayDate(from), sayDate(addDays(from, 6))];
  return (
    <Screen
      title={week === "" ? t`Hours this week` : t`Hours of a week`}
      facts={
        <Trans>
          {begin} to {end}. Every row names the rule that decides; a rule may begin its week on
          another day.
        </Trans>
      }
      otherActions={<WeekSteps from={from} onWeek={setWeek} />}
    >
      <Loaded read={read}>{({ rows }) => <Board rows={rows} from={from} />}</Loaded>
    </Screen>
  );
};

import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { attendanceShare, type ProgramWeek } from "#domain/reporting/program-figures.ts";
import { sayDate, sayMonthDay } from "#web/platform/dates.ts";
import { sayShare } from "#web/platform/numbers.ts";
import { WeekColumns } from "#web/ui/week-columns.tsx";

type Week = Pick<ProgramWeek, "startsOn" | "attended" | "excused" | "absent" | "unmarked">;

/** The share of the seats that were taken; a dash where none was planned. */
export const sayAttended = (week: Omit<Week, "startsOn">): string => {
  const share = attendanceShare(week);
  return share === null ? "–" : sayShare(share);
};

/** Seats week by week, by what became of them. */
export const AttendanceColumns = (props: {
  readonly weeks: readonly Week[];
  readonly reading: ReactNode;
  readonly flat?: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { weeks } = props;
  const hasUnmarked = weeks.some(({ unmarked }) => unmarked > 0);
  const unmarkedLegend = hasUnmarked ? [{ mark: "outlined", words: t`Not marked` } as const] : [];
  return (
    <WeekColumns
      flat={props.flat === true}
      unit={t`seats`}
      reading={props.reading}
      legend={[
        { mark: "solid", words: t`Attended` },
        { mark: "pale", words: t`Excused` },
        { mark: "hatched", words: t`Missed` },
        ...unmarkedLegend,
      ]}
      columns={weeks.map((week) => ({
        key: week.startsOn,
        name: sayMonthDay(week.startsOn),
        figure: sayAttended(week),
        parts: [
          { mark: "outlined", value: week.unmarked },
          { mark: "hatched", value: week.absent },
          { mark: "pale", value: week.excused },
          { mark: "solid", value: week.attended },
        ],
      }))}
      tableLabel={t`The figures`}
      table={{
        heads: [t`Week of`, t`Attended`, t`Excused`, t`Missed`, t`Not marked`, t`Share`],
        rows: weeks.map((week) => ({
          key: week.startsOn,
          cells: [
            sayDate(week.startsOn),
            ...[week.attended, week.excused, week.absent, week.unmarked].map(String),
            sayAttended(week),
          ],
        })),
      }}
    />
  );
};

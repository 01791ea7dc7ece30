import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  attendanceShare,
  plannedSeats,
  type ProgramFigures,
  type ProgramWeek,
} from "#domain/reporting/program-figures.ts";
import { sayDate, sayMonthDay } from "#web/platform/dates.ts";
import { sayShare } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { atSite, useSite } from "#web/platform/use-site.ts";
import { reportPaths } from "#web/reporting/report-paths.ts";
import { AttendanceColumns } from "#web/reporting/attendance-columns.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FillRows } from "#web/ui/fill-rows.tsx";
import { WeekColumns } from "#web/ui/week-columns.tsx";

type Weeks = { readonly weeks: readonly ProgramWeek[] };

const CensusReading = ({ weeks }: Weeks): ReactNode => {
  const now = weeks.at(-1)?.inCare ?? 0;
  const then = weeks[0]?.inCare ?? 0;
  const week = sayMonthDay(weeks[0]?.startsOn ?? "");
  const change = Math.abs(now - then);
  if (now > then)
    return (
      <Plural
        value={now}
        one={`# person is in care, ${change} more than in the week of ${week}.`}
        other={`# people are in care, ${change} more than in the week of ${week}.`}
      />
    );
  if (now < then)
    return (
      <Plural
        value={now}
        one={`# person is in care, ${change} fewer than in the week of ${week}.`}
        other={`# people are in care, ${change} fewer than in the week of ${week}.`}
      />
    );
  return (
    <Plural
      value={now}
      one={`# person is in care, as in the week of ${week}.`}
      other={`# people are in care, as many as in the week of ${week}.`}
    />
  );
};

const CensusCard = ({ weeks }: Weeks): ReactNode => {
  const { t } = useLingui();
  return (
    <Card
      flush
      title={<Trans>People in care, week by week</Trans>}
      actions={
        <Button kind="quiet" size="small" to={reportPaths.endedStays}>
          <Trans>Stays that ended</Trans>
        </Button>
      }
    >
      <WeekColumns
        unit={t`people`}
        reading={<CensusReading weeks={weeks} />}
        columns={weeks.map(({ startsOn, inCare }) => ({
          key: startsOn,
          name: sayMonthDay(startsOn),
          figure: String(inCare),
          parts: [{ mark: "solid", value: inCare }],
        }))}
        tableLabel={t`The figures`}
        table={{
          heads: [t`Week of`, t`In care`, t`Came`, t`Left`],
          rows: weeks.map(({ startsOn, inCare, admitted, ended }) => ({
            key: startsOn,
            cells: [sayDate(startsOn), String(inCare), String(admitted), String(ended)],
          })),
        }}
      />
    </Card>
  );
};

const AttendanceReading = ({ weeks }: Weeks): ReactNode => {
  // The running week is still being filled: the sentence speaks of the last whole one.
  const last = weeks.findLast(
    (week, place) => place < weeks.length - 1 && attendanceShare(week) !== null,
  );
  if (last === undefined) return <Trans>No whole week with sessions yet.</Trans>;
  const planned = plannedSeats(last);
  const share = sayShare(attendanceShare(last) ?? 0);
  const { attended } = last;
  const week = sayMonthDay(last.startsOn);
  return (
    <Trans>
      In the week of {week}, {attended} of {planned} planned seats were taken, {share}.
    </Trans>
  );
};

const AttendanceCard = ({ weeks }: Weeks): ReactNode => {
  const { siteId } = useSite();
  return (
    <Card
      flush
      title={<Trans>Attendance, week by week</Trans>}
      actions={
        <Button kind="quiet" size="small" to={atSite(paths.attendance, siteId)}>
          <Trans>By group</Trans>
        </Button>
      }
    >
      <AttendanceColumns weeks={weeks} reading={<AttendanceReading weeks={weeks} />} />
    </Card>
  );
};

const SeatsCard = (props: { readonly seats: ProgramFigures["seats"] }): ReactNode => {
  const { t } = useLingui();
  const { seats } = props;
  const filled = seats.reduce((sum, one) => sum + one.filled, 0);
  const capacity = seats.reduce((sum, one) => sum + one.capacity, 0);
  return (
    <Card
      flush
      title={<Trans>Seats in groups</Trans>}
      aside={
        seats.length > 0 && (
          <Trans>
            {filled} of {capacity} taken
          </Trans>
        )
      }
    >
      {seats.length === 0 ? (
        <EmptyState>
          <Trans>No group runs. Start one under Sessions, Groups.</Trans>
        </EmptyState>
      ) : (
        <FillRows
          label={t`Seats in groups`}
          rows={seats.map((one) => {
            const { seriesId, name, filled: taken, capacity: of } = one;
            return {
              key: seriesId,
              name,
              to: paths.series(seriesId),
              filled: taken,
              capacity: of,
              words: t`${taken} of ${of}`,
            };
          })}
        />
      )}
    </Card>
  );
};

/** The last twelve weeks drawn, and how full the groups are: each with a sentence and its figures. */
export const ProgramPictures = (props: { readonly figures: ProgramFigures }): ReactNode => (
  <>
    <CensusCard weeks={props.figures.weeks} />
    <AttendanceCard weeks={props.figures.weeks} />
    <SeatsCard seats={props.figures.seats} />
  </>
);

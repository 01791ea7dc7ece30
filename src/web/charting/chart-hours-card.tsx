import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { floorMinutesOf, type WeekHours } from "#domain/scheduling/hours.ts";
import { ChartGapLine } from "#web/charting/chart-gap-line.tsx";
import { sayClockLength, sayLengthToMinute } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DayBars } from "#web/ui/day-bars.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { HoursBar } from "#web/ui/hours-bar.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

const minutesPerHour = 60;
const StandingChip = (props: { readonly week: WeekHours }): ReactNode => {
  const { week } = props;
  const short = sayLengthToMinute(week.shortMinutes);
  switch (week.standing) {
    case "met":
      return (
        <Chip meaning="ontime">
          <Trans>Met</Trans>
        </Chip>
      );
    case "on-course":
      return (
        <Chip meaning="ontime">
          <Trans>On course</Trans>
        </Chip>
      );
    case "short":
      return (
        <Chip meaning="short">
          <Trans>Short {short}</Trans>
        </Chip>
      );
    case "variance":
      return (
        <Chip>
          <Trans>Not a whole week</Trans>
        </Chip>
      );
    case "no-rule":
      return (
        <Chip>
          <Trans>No floor</Trans>
        </Chip>
      );
  }
};

const useDays = (week: WeekHours) => {
  const { t } = useLingui();
  return week.days.map((day) => {
    const credited = sayClockLength(day.creditedMinutes);
    const booked = sayClockLength(day.bookedMinutes);
    const named = sayDate(day.date);
    return {
      key: day.date,
      name: named.split(" ", 1)[0] ?? "",
      figure:
        day.creditedMinutes + day.bookedMinutes === 0
          ? ""
          : sayClockLength(day.creditedMinutes + day.bookedMinutes),
      words:
        day.missed > 0 && day.creditedMinutes + day.bookedMinutes === 0
          ? t`${named}: missed`
          : t`${named}: ${credited} h credited, ${booked} h booked`,
      creditedMinutes: day.creditedMinutes,
      bookedMinutes: day.bookedMinutes,
      isPart: day.isPart,
      isMissed: day.missed > 0,
    };
  });
};

/** What was delivered in make-ups and counts no more in this week. */
const OverLimitLine = ({ week }: { readonly week: WeekHours }): ReactNode => {
  const overMinutes = week.days.reduce((sum, day) => sum + day.overLimitMinutes, 0);
  const over = sayClockLength(overMinutes);
  const most = plural(week.rule?.mostMakeUps ?? 0, { one: "# make-up", other: "# make-ups" });
  return overMinutes === 0 ? null : (
    <Quiet>
      <Trans>
        {over} h of make-ups not credited: the rule counts at most {most} a week.
      </Trans>
    </Quiet>
  );
};

/** What is booked, and whether breaks are taken off already: the rule of the day may not count them. */
const Booked = ({ week }: { readonly week: WeekHours }): ReactNode => {
  const booked = sayClockLength(week.bookedMinutes);
  const breakMinutes = week.days.reduce((sum, day) => sum + day.breakMinutes, 0);
  const breaks = sayLengthToMinute(breakMinutes);
  if (breakMinutes > 0)
    return (
      <Trans>
        +{booked} h booked, breaks of about {breaks} already off
      </Trans>
    );
  return week.days.some((day) => day.isBeforeBreaks) ? (
    <Trans>+{booked} h booked, before breaks</Trans>
  ) : (
    <Trans>+{booked} h booked</Trans>
  );
};

const Week = (props: {
  readonly week: WeekHours;
  /** Which stay it is, where there are several. */
  readonly stayName: string | null;
}): ReactNode => {
  const { t } = useLingui();
  const { week, stayName } = props;
  const days = useDays(week);
  const floor = floorMinutesOf(week);
  const required = sayClockLength(floor ?? 0);
  const scale = Math.max(floor ?? 0, week.creditedMinutes + week.bookedMinutes, minutesPerHour);
  return (
    <>
      <Figure
        value={sayClockLength(week.creditedMinutes)}
        unit={floor === null ? <Trans>h credited</Trans> : <Trans>of {required} h credited</Trans>}
        beside={week.bookedMinutes > 0 && <Booked week={week} />}
        marks={<StandingChip week={week} />}
      />
      <HoursBar
        creditedMinutes={week.creditedMinutes}
        bookedMinutes={week.bookedMinutes}
        requiredMinutes={floor}
        scaleMinutes={scale * 1.25}
        requiredWords={t`${required} h required`}
      />
      <DayBars label={t`Day by day`} days={days} />
      <OverLimitLine week={week} />
      {week.days.some((day) => day.isDoubled) && (
        <Quiet>
          <Trans>Two seats are booked at one hour, which counts once.</Trans>
        </Quiet>
      )}
      {week.gap !== null && <ChartGapLine gap={week.gap} />}
      <Quiet>
        {stayName !== null && <>{stayName} · </>}
        {week.rule === null ? (
          <Trans>No rule of hours is in force for this level.</Trans>
        ) : (
          <>
            {week.rule.name} · {week.rule.source}
          </>
        )}
      </Quiet>
    </>
  );
};

/** The week of each running stay: what was credited, what is booked, and the rule that asks for it. */
export const ChartHoursCard = (props: { readonly chart: Chart }): ReactNode => {
  const { hours, enrollments } = props.chart;
  const nameOf = (week: WeekHours): string =>
    enrollments.find(({ id }) => id === week.enrollmentId)?.program.name ?? week.levelName;
  const [first] = hours;
  return (
    <Card
      title={<Trans>Hours this week</Trans>}
      aside={
        first && (
          <>
            {sayDate(first.startsOn)} – {sayDate(first.endsOn)}
          </>
        )
      }
    >
      {hours.length === 0 ? (
        <Quiet>
          <Trans>Not in a program now.</Trans>
        </Quiet>
      ) : (
        hours.map((week) => (
          <Week
            key={week.enrollmentId}
            week={week}
            stayName={hours.length > 1 ? nameOf(week) : null}
          />
        ))
      )}
    </Card>
  );
};

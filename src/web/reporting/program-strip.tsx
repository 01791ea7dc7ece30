import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  attendanceShare,
  plannedSeats,
  type ProgramFigures,
} from "#domain/reporting/program-figures.ts";
import { sayLengthToMinute } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayCount, sayShare } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { atSite, useSite } from "#web/platform/use-site.ts";
import { sayOfWholeWeeks } from "#web/platform/whole-weeks.ts";
import { FigureStrip, type StripFigure } from "#web/ui/figure-strip.tsx";

/** The running week beside the last whole one: on a Monday morning nothing of the running one is over. */
const useSayAttendance = (): ((weeks: ProgramFigures["weeks"]) => string) => {
  const { t } = useLingui();
  return (weeks) => {
    const [before, week] = weeks.slice(-2);
    const attended = sayCount(week?.attended ?? 0);
    const planned = sayCount(week === undefined ? 0 : plannedSeats(week));
    const share = before === undefined ? null : attendanceShare(before);
    const last = sayShare(share ?? 0);
    if (week === undefined || plannedSeats(week) === 0)
      return share === null ? t`no session is over yet` : t`none is over yet; ${last} last week`;
    return share === null
      ? t`of seats, ${attended} of ${planned}`
      : t`of seats, ${attended} of ${planned}; ${last} last week`;
  };
};

const useCareFigures = ({ inCare, weeks }: ProgramFigures): readonly StripFigure[] => {
  const { t } = useLingui();
  const sayAttendance = useSayAttendance();
  const week = weeks.at(-1);
  const admitted = sayCount(week?.admitted ?? 0);
  const ended = sayCount(week?.ended ?? 0);
  const share = week === undefined ? null : attendanceShare(week);
  return [
    {
      name: t`In care`,
      figure: sayCount(inCare),
      detail: t`people; ${admitted} came, ${ended} left this week`,
      to: paths.census,
      meaning: t`Everybody with a stay that runs today. Somebody in two programs is counted once.`,
    },
    {
      name: t`Attended this week`,
      figure: share === null ? "–" : sayShare(share),
      detail: sayAttendance(weeks),
      to: paths.attendance,
      meaning: t`Of the seats in sessions that are over since Monday, those somebody sat in. Excused and missed seats count among the planned; sessions called off do not.`,
    },
  ];
};

/** The running week beside the last one: before its first sessions nobody can fall short. Of whole weeks only; the others stand beside. */
const useHoursFigure = ({ hours, hoursLastWeek }: ProgramFigures): StripFigure => {
  const { t } = useLingui();
  const { whole, notWhole } = hours;
  const missing = sayLengthToMinute(hours.shortMinutes);
  const ofWhole = sayOfWholeWeeks(whole);
  const besides = plural(notWhole, { one: "# is not whole", other: "# are not whole" });
  const [shortBefore, wholeBefore] = [sayCount(hoursLastWeek.short), sayCount(hoursLastWeek.whole)];
  return {
    name: t`Will fall short of hours`,
    figure: whole === 0 ? "–" : sayCount(hours.short),
    detail: [
      hours.short === 0 ? ofWhole : t`${ofWhole}, ${missing} missing`,
      ...(whole === 0 || notWhole === 0 ? [] : [besides]),
      t`${shortBefore} of ${wholeBefore} last week`,
    ].join("; "),
    to: hours.short === 0 ? paths.hours : `${paths.hours}?hours.standing=short`,
    meaning: t`Of those whose week is a whole one: whose credited hours, with what is still booked less the breaks their groups usually take, stay below what their level of care asks for. Nobody is held to a first week that begins after its Monday, a last one that ends before its Sunday or one with a closed day; these are the ones that are not whole. Where a rule has its weeks begin on another day, that day counts.`,
  };
};

/** The share is of the days that are looked through; whatever is older stands beside, for it is no part of those. */
const useSayLate = (): ((late: ProgramFigures["lateNotes"]) => string) => {
  const { t } = useLingui();
  return ({ notes, earlier, of, oldestOn }) => {
    const [attended, recent, before] = [sayCount(of), sayCount(notes - earlier), sayCount(earlier)];
    if (oldestOn === null) return t`of ${attended} in 60 days`;
    const oldest = sayDate(oldestOn);
    return earlier === 0
      ? t`of ${attended} in 60 days; the oldest session ${oldest}`
      : t`in all: ${recent} of ${attended} in 60 days, ${before} older; the oldest session ${oldest}`;
  };
};

const useLateFigures = ({ lateNotes, atRisk, inCare }: ProgramFigures): readonly StripFigure[] => {
  const { t } = useLingui();
  const maySeeNotes = useCan("notes:read");
  const people = sayCount(inCare);
  const sayLate = useSayLate();
  return [
    {
      name: t`Worth a look`,
      figure: sayCount(atRisk),
      detail: t`of ${people} in care`,
      to: paths.atRisk,
      meaning: t`A crisis that nobody closed, a PHQ-9 (depression score) five points or more above the best of this stay, no service booked by the day the rule wants one, or the last two sessions missed.`,
    },
    {
      name: t`Notes late`,
      figure: sayCount(lateNotes.notes),
      detail: sayLate(lateNotes),
      to: maySeeNotes ? `${paths.lateNotes}?whose=all&notes.due=late&notes.open=notes` : undefined,
      meaning: t`Of everybody who attended a session in the last 60 days: whose note is not signed by the end of the day after it. Older ones are counted beside, while the missing note holds a day from billing.`,
    },
  ];
};

const useMoneyFigure = (money: ProgramFigures["money"]): readonly StripFigure[] => {
  const { t } = useLingui();
  const maySeeHolds = useCan("claims:read");
  const { siteId } = useSite();
  if (money === null) return [];
  const [priced, held] = [sayCount(money.heldDays - money.heldUnpriced), sayCount(money.heldDays)];
  const days = sayCount(money.days);
  const unpriced = sayCount(money.heldUnpriced);
  return [
    {
      name: t`Held from billing`,
      figure: sayMoney(money.heldCents),
      detail:
        money.heldUnpriced === 0
          ? t`on ${held} of ${days} days in no claim`
          : t`on ${priced} days, ${unpriced} more have no price; of ${days} in no claim`,
      // The holds of claims belong to no site.
      to: maySeeHolds && siteId === "" ? paths.holds : paths.openDays("held"),
      meaning: t`Of the days of care that are in no claim yet: what something keeps from being billed. Days without a policy or a contract have no price yet and add no dollars.`,
    },
  ];
};

/** While the demo is being made, its figures still rise: how far it is. */
const useDemoFigure = ({ demo }: ProgramFigures): readonly StripFigure[] => {
  const { t } = useLingui();
  if (demo === null) return [];
  const { week, weeks } = demo;
  return [
    {
      name: t`The demo lives`,
      figure: <Trans>week {week}</Trans>,
      detail: t`of ${weeks}; people are still coming`,
    },
  ];
};

/** How the program stands today, each figure with what it is a part of and a way to the rows behind it. */
export const ProgramStrip = (props: { readonly figures: ProgramFigures }): ReactNode => {
  const { t } = useLingui();
  const { figures } = props;
  const { siteId } = useSite();
  const [care, hours, late, money, demo] = [
    useCareFigures(figures),
    useHoursFigure(figures),
    useLateFigures(figures),
    useMoneyFigure(figures.money),
    useDemoFigure(figures),
  ];
  return (
    <FigureStrip
      label={t`The program today`}
      figures={[...care, hours, ...late, ...money, ...demo].map((one) => ({
        ...one,
        to: one.to && atSite(one.to, siteId),
      }))}
    />
  );
};

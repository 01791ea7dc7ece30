import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { attendanceShare, type ProgramFigures } from "#domain/reporting/program-figures.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayCount, sayShare } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { FigureStrip, type StripFigure } from "#web/ui/figure-strip.tsx";

const hoursOf = (minutes: number): string => sayCount(Math.round((minutes / 60) * 10) / 10);

const useMoneyFigure = (money: ProgramFigures["money"]): readonly StripFigure[] => {
  const { t } = useLingui();
  if (money === null) return [];
  const { heldDays, days } = money;
  return [
    {
      name: t`Held from billing`,
      figure: sayMoney(money.heldCents),
      detail: t`${heldDays} of ${days} days`,
      to: paths.holds,
    },
  ];
};

/** How the program stands today, each figure with what it is a part of and a way to the rows behind it. */
export const ProgramStrip = (props: { readonly figures: ProgramFigures }): ReactNode => {
  const { t } = useLingui();
  const { figures } = props;
  const { hours, lateNotes, inCare } = figures;
  const money = useMoneyFigure(figures.money);
  const week = figures.weeks.at(-1);
  const admitted = week?.admitted ?? 0;
  const ended = week?.ended ?? 0;
  const share = week === undefined ? null : attendanceShare(week);
  const attended = week?.attended ?? 0;
  const planned = attended + (week?.excused ?? 0) + (week?.absent ?? 0) + (week?.unmarked ?? 0);
  const stays = hours.short + hours.onCourse + hours.met + hours.variance + hours.noRule;
  const missing = hoursOf(hours.shortMinutes);
  const attendedSeats = lateNotes.of;
  const oldest = lateNotes.oldestOn === null ? null : sayDate(lateNotes.oldestOn);
  return (
    <FigureStrip
      label={t`The program today`}
      figures={[
        {
          name: t`In care`,
          figure: inCare,
          detail: t`${admitted} came, ${ended} left this week`,
          to: paths.hours,
        },
        {
          name: t`Attended this week`,
          figure: share === null ? "–" : sayShare(share),
          detail: t`${attended} of ${planned} seats`,
          to: paths.sessions,
        },
        {
          name: t`Will fall short of hours`,
          figure: hours.short,
          detail: hours.short === 0 ? t`of ${stays}` : t`of ${stays}, ${missing} h missing`,
          to: paths.hours,
        },
        {
          name: t`Worth a look`,
          figure: figures.atRisk,
          detail: t`of ${inCare} in care`,
          to: paths.atRisk,
        },
        {
          name: t`Notes late`,
          figure: lateNotes.notes,
          detail:
            oldest === null
              ? t`of ${attendedSeats} in 60 days`
              : t`of ${attendedSeats}, since ${oldest}`,
          to: `${paths.lateNotes}?whose=all`,
        },
        ...money,
      ]}
    />
  );
};

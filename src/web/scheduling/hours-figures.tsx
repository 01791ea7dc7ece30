import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import {
  hoursTotalsOf,
  isWholeWeek,
  slightlyShortMinutes,
  type HoursPart,
} from "#domain/scheduling/hours.ts";
import { sayClockLength, sayLengthToMinute } from "#web/platform/clock-length.ts";
import { sayWhyNotWhole } from "#web/scheduling/hours-notes.ts";
import { countPart, partAddress } from "#web/scheduling/hours-parts.ts";
import { atSite, useSite } from "#web/platform/use-site.ts";
import { sayOfWholeWeeks } from "#web/platform/whole-weeks.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

/** What everybody's hours of a week come to, as it stands while it runs and as it ended once it is over; each leads to its rows. */
export const HoursFigures = (props: {
  readonly rows: readonly HoursRow[];
  readonly isOver: boolean;
  /** The week in the address; empty for this one. */
  readonly week: string;
}): ReactNode => {
  const { t } = useLingui();
  const { rows, isOver, week } = props;
  const { siteId } = useSite();
  const totals = hoursTotalsOf(rows);
  const [required, booked] = [sayClockLength(totals.required), sayClockLength(totals.booked)];
  const beyond = sayClockLength(totals.beyond);
  const whole = rows.filter(isWholeWeek);
  const missing = sayLengthToMinute(totals.missing);
  const ofWhole = sayOfWholeWeeks(whole.length);
  const slightly = countPart(rows, "short-slightly");
  const bySlightly = t`${slightly} by less than ${slightlyShortMinutes} min`;
  const ofShort = countPart(rows, "short") === 0 ? ofWhole : t`${ofWhole}, ${missing} missing`;
  const people = rows.length;
  const whys = sayWhyNotWhole(rows);
  const counted = (part: HoursPart) => {
    const count = countPart(rows, part);
    return {
      figure: whole.length === 0 && part !== "variance" ? "–" : count,
      to: count === 0 ? undefined : atSite(partAddress(week, part), siteId),
    };
  };
  return (
    <FigureStrip
      label={t`The week in figures`}
      figures={[
        {
          name: isOver ? t`Credited` : t`Credited so far`,
          figure: sayClockLength(whole.length === 0 ? totals.beyond : totals.credited),
          detail:
            whole.length === 0
              ? ofWhole
              : [
                  t`of ${required} h required in whole weeks`,
                  ...(totals.booked === 0 ? [] : [t`${booked} booked`]),
                  ...(totals.beyond === 0 ? [] : [t`${beyond} beyond that`]),
                ].join("; "),
          to: atSite(partAddress(week, null), siteId),
        },
        {
          name: isOver ? t`Reached` : t`Reached or on course`,
          ...counted(isOver ? "met" : "reached"),
          detail: ofWhole,
        },
        {
          name: isOver ? t`Fell short` : t`Will fall short`,
          ...counted("short"),
          detail: slightly === 0 ? ofShort : `${ofShort}; ${bySlightly}`,
        },
        {
          name: t`Not a whole week`,
          ...counted("variance"),
          detail: whys === "" ? t`of ${people}` : t`of ${people}: ${whys}`,
        },
      ]}
    />
  );
};

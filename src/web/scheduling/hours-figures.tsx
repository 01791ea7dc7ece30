import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { isWholeWeek } from "#domain/scheduling/hours.ts";
import { sayLength } from "#web/platform/length-words.ts";
import { sayHours } from "#web/platform/numbers.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

const sum = (rows: readonly HoursRow[], of: (row: HoursRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** What everybody's hours of a week come to, as it stands while it runs and as it ended once it is over. */
export const HoursFigures = (props: {
  readonly rows: readonly HoursRow[];
  readonly isOver: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { rows, isOver } = props;
  const required = sayHours(sum(rows, (row) => row.rule?.floorMinutes ?? 0));
  const whole = rows.filter(isWholeWeek);
  const short = whole.filter((row) => row.standing === "short");
  const missing = sayLength(sum(short, (row) => row.shortMinutes));
  const people = rows.length;
  const ofWhole =
    whole.length === 0
      ? t`nobody’s week is a whole one`
      : plural(whole.length, { one: "of # whole week", other: "of # whole weeks" });
  const counted = (count: number): ReactNode => (whole.length === 0 ? "–" : count);
  return (
    <FigureStrip
      label={t`The week in figures`}
      figures={[
        {
          name: isOver ? t`Credited` : t`Credited so far`,
          figure: sayHours(sum(rows, (row) => row.creditedMinutes)),
          detail: t`of ${required} h required`,
        },
        {
          name: isOver ? t`Reached` : t`Reached or on course`,
          figure: counted(whole.length - short.length),
          detail: ofWhole,
        },
        {
          name: isOver ? t`Fell short` : t`Will fall short`,
          figure: counted(short.length),
          detail: short.length === 0 ? ofWhole : t`${ofWhole}, ${missing} missing`,
        },
        {
          name: t`Not a whole week`,
          figure: rows.filter(({ variance }) => variance !== null).length,
          detail: t`of ${people}: first, last, or closed`,
        },
      ]}
    />
  );
};

import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { figuresOfEnded, type EndedFigures, type EndedStay } from "#domain/reporting/ended-stay.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayCount, sayShare } from "#web/platform/numbers.ts";
import { endedTable, rowsFiltered } from "#web/reporting/ended-filters.ts";
import { FigureStrip, type StripFigure } from "#web/ui/figure-strip.tsx";
import { withTableWords } from "#web/ui/table-address.ts";
import { useTableState } from "#web/ui/table-state.ts";

const shareOf = (part: number, { leftCare }: EndedFigures): string =>
  leftCare === 0 ? "–" : sayShare(part / leftCare);

const useFigures = (
  figures: EndedFigures,
  leadTo: (words: Readonly<Record<string, string>>) => string,
): readonly StripFigure[] => {
  const { t } = useLingui();
  const { ended, median, middleHalf } = figures;
  const [stays, leftCare] = [sayCount(ended), sayCount(figures.leftCare)];
  const [early, completed] = [sayCount(figures.early), sayCount(figures.completed)];
  const [low, high] = middleHalf ?? [0, 0];
  const sayLength = (): string => {
    if (median === null) return t`no stay ended`;
    return middleHalf === null
      ? t`days, the median of ${stays}`
      : t`days, the median of ${stays}; half took ${low} to ${high}`;
  };
  return [
    {
      name: t`Ended`,
      figure: stays,
      detail: t`stays, ${leftCare} of them with the end of care`,
      to: leadTo({ how: "", sort: "" }),
      meaning: t`Every stay whose last day lies in these days. A step to another level of care ends a stay and no care: it is counted here, and in neither share.`,
    },
    {
      name: t`Length of stay`,
      figure: median === null ? "–" : sayCount(median),
      detail: sayLength(),
      to: leadTo({ how: "", sort: "days" }),
      meaning: t`Days from the first to the last, both counted. Half of the stays were shorter than the median; a quarter was shorter and a quarter longer than the two days that are named. Of steps to another level, the days at the level that was left.`,
    },
    {
      name: t`Left early`,
      figure: shareOf(figures.early, figures),
      detail: t`${early} of ${leftCare}`,
      to: leadTo({ how: "early", sort: "" }),
      meaning: t`Left against advice, or no contact, as the discharge says. Administrative ends, hospital, jail, death, payer or money, and a move are no early leaving: they stand in the list under their own names.`,
    },
    {
      name: t`Completed`,
      figure: shareOf(figures.completed, figures),
      detail: t`${completed} of ${leftCare}`,
      to: leadTo({ how: "completed", sort: "" }),
      meaning: t`The discharge says that the program was completed.`,
    },
  ];
};

/** The figures of the stays that the filters leave; how they ended narrows the list and never the figures. */
export const EndedStaysStrip = (props: { readonly rows: readonly EndedStay[] }): ReactNode => {
  const { t } = useLingui();
  const { path, search } = useAddress();
  const state = useTableState(endedTable);
  const leadTo = (words: Readonly<Record<string, string>>): string =>
    `${path}?${withTableWords(endedTable, search, words).toString()}`;
  const figures = useFigures(figuresOfEnded(rowsFiltered(props.rows, state)), leadTo);
  return <FigureStrip label={t`Stays that ended`} figures={figures} />;
};

import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import { sayLengthToMinute } from "#web/platform/clock-length.ts";
import { partWordsOf, standingMeanings, varianceWords } from "#web/scheduling/hours-words.ts";
import { Chip } from "#web/ui/chip.tsx";

/** How the week of a person will end, in one chip. */
export const HoursStandingChip = (props: { readonly row: HoursRow }): ReactNode => {
  const { i18n } = useLingui();
  const { row } = props;
  const meaning = standingMeanings[row.standing];
  const short = sayLengthToMinute(row.shortMinutes);
  if (row.standing === "short")
    return (
      <Chip meaning="short">
        <Trans>Short {short}</Trans>
      </Chip>
    );
  const said =
    row.standing === "variance" && row.variance !== null
      ? varianceWords[row.variance]
      : partWordsOf(false)[row.standing];
  return meaning === undefined ? (
    <Chip>{i18n._(said)}</Chip>
  ) : (
    <Chip meaning={meaning}>{i18n._(said)}</Chip>
  );
};

/** Said of whoever has two seats at one hour in the days to come: it counts once, and one of them is in the way. */
export const TwoSeatsChip = (props: { readonly row: HoursRow }): ReactNode =>
  props.row.days.some((day) => day.isDoubled) && (
    <Chip meaning="short">
      <Trans>Two seats at one hour</Trans>
    </Chip>
  );

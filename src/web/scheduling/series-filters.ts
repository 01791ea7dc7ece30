import { useLingui } from "@lingui/react/macro";
import type { Series } from "#domain/scheduling/series.ts";
import { weekdayNames } from "#web/scheduling/schedule-words.ts";
import { seatState } from "#web/scheduling/series-state.ts";
import type { Filter } from "#web/ui/table-column.ts";

/** What narrows the weekly groups: the evening somebody has, and a seat for them. */
export const useSeriesFilters = (): readonly Filter<Series>[] => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "weekday",
      label: t`Weekday`,
      unchosen: t`Any weekday`,
      choices: weekdayNames.map(({ day, name }) => ({ value: String(day), label: i18n._(name) })),
      of: ({ weekdays }) => weekdays.map(String),
    },
    {
      key: "seats",
      label: t`Seats`,
      unchosen: t`Free seats or full`,
      choices: [
        { value: "free", label: t`Free seats` },
        { value: "full", label: t`Full` },
      ],
      of: seatState,
    },
  ];
};
